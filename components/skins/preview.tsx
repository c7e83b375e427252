import { Badge } from "@/components/ui/badge";
import { READABLE } from "@/lib/core/contrast";
import { type Colours, contrastsOf, isColour } from "./values";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\u0000-\u001f]/g, " ");

/** A colour that is not whole yet would be black, and says nothing. */
const shown = (colour: string): string => (isColour(colour) ? colour : "#888888");

const drawing = (name: string, { primary, background, text }: Colours, logo: string): string => {
  const [bar, page, ink] = [primary, background, text].map(shown);
  const picture = logo === "" ? "" : `<image href="${escaped(logo)}" x="14" y="10" width="24" height="24"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180" font-family="system-ui, sans-serif" font-size="13">
<rect width="360" height="180" fill="${page}"/><rect width="360" height="44" fill="${bar}"/>${picture}
<text x="${picture ? 48 : 14}" y="27" font-size="15" font-weight="600" fill="${page}">${escaped(name)}</text>
<g fill="${ink}"><text x="14" y="72" font-size="15" font-weight="600">Your servers</text>
<text x="14" y="94">Three servers run in two projects.</text>
<text x="14" y="112">The next invoice comes on the first of the month.</text></g>
<rect x="14" y="128" width="104" height="32" rx="6" fill="${bar}"/>
<text x="66" y="148" text-anchor="middle" font-weight="500" fill="${page}">Add a server</text></svg>`;
};

/** A page as a customer would see it: a picture, since nobody has to read what may be hard to read. */
export const SkinPreview = ({ name, colours, logo }: { name: string; colours: Colours; logo: string }) => (
  // biome-ignore lint/performance/noImgElement: a data URL, which nothing can make smaller.
  <img
    alt={`How a page looks in the skin ${name || "without a name"}`}
    src={`data:image/svg+xml,${encodeURIComponent(drawing(name || "Your portal", colours, logo))}`}
    width={360}
    height={180}
    className="h-auto w-full rounded-lg border"
  />
);

/** Whether what is written in these colours can be read. */
export const ContrastCheck = ({ colours }: { colours: Colours }) => (
  <ul className="flex flex-col gap-1">
    {contrastsOf(colours).map(({ label, ratio, isReadable }) => (
      <li key={label} className="flex flex-wrap items-baseline justify-between gap-2">
        <span>{label}</span>
        <span className="flex items-baseline gap-2">
          <span className="text-muted tabular-nums">{ratio === undefined ? "–" : `${ratio.toFixed(2)} : 1`}</span>
          <Badge tone={isReadable ? "success" : "danger"}>{isReadable ? "Readable" : `Below ${READABLE} : 1`}</Badge>
        </span>
      </li>
    ))}
  </ul>
);
