import { Badge } from "@/components/ui/badge";
import { contrastOf, READABLE } from "@/lib/core/contrast";
import type { Colours } from "./values";

const COLOUR = /^#[0-9a-f]{6}$/i;

/** A page as a customer would see it. Until a colour is whole, nothing is there to be shown in it. */
export function SkinPreview({ name, colours, logo }: { name: string; colours: Colours; logo: string }) {
  const { primary, background, text } = colours;
  return (
    <div
      role="img"
      aria-label={`How a page looks in the skin ${name || "without a name"}`}
      className="overflow-hidden rounded-lg border"
      style={{ background, color: text }}
    >
      <div aria-hidden className="flex h-10 items-center gap-2 px-3" style={{ background: primary, color: background }}>
        {logo !== "" && (
          // biome-ignore lint/performance/noImgElement: a data URL, which nothing can make smaller.
          <img src={logo} alt="" className="max-h-6 max-w-24" />
        )}
        <span className="truncate font-semibold">{name || "Your portal"}</span>
      </div>
      <div aria-hidden className="flex flex-col gap-2 p-3 text-xs">
        <p className="text-sm font-semibold">Your servers</p>
        <p>Three servers run in two projects. The next invoice comes on the first of the month.</p>
        <span
          className="inline-flex h-7 w-fit items-center rounded-md px-3 font-medium"
          style={{ background: primary, color: background }}
        >
          Add a server
        </span>
      </div>
    </div>
  );
}

/** Whether what is written in these colours can be read. */
export function ContrastCheck({ colours: { primary, background, text } }: { colours: Colours }) {
  const pairs = [
    { label: "Text on background", one: text, other: background },
    { label: "Background on primary", one: background, other: primary },
  ];
  return (
    <ul className="flex flex-col gap-1">
      {pairs.map(({ label, one, other }) => {
        const ratio = COLOUR.test(one) && COLOUR.test(other) ? contrastOf(one, other) : undefined;
        const isReadable = ratio !== undefined && ratio >= READABLE;
        return (
          <li key={label} className="flex flex-wrap items-baseline justify-between gap-2">
            <span>{label}</span>
            <span className="flex items-baseline gap-2">
              <span className="text-muted tabular-nums">{ratio === undefined ? "–" : `${ratio.toFixed(2)} : 1`}</span>
              <Badge tone={isReadable ? "success" : "danger"}>
                {isReadable ? "Readable" : `Below ${READABLE} : 1`}
              </Badge>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
