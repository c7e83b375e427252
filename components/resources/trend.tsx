import { cn } from "@/components/ui/cn";
import { formatBytes, formatNumber } from "../ui/format";
import { type Kind, kindColour, kindLabels } from "./kinds";
import { ticksTo } from "./ticks";

export interface TrendPoint {
  /** "2026-03-04" */
  day: string;
  value: number;
}

const DATES = 5;

/** One kind over time, in steps: drawn by the server, and read by pointing at a day without any script. */
export function Trend({ kind, points, mark }: { kind: Kind; points: readonly TrendPoint[]; mark?: string }) {
  const text = (value: number) => (kind === "object_storage" ? formatBytes(value, "decimal") : formatNumber(value));
  const ticks = ticksTo(Math.max(...points.map(({ value }) => value)));
  const top = ticks.at(-1) ?? 1;
  const y = (value: number) => 100 - (value / top) * 100;
  const line = points
    .map(({ value }, index) => `${index === 0 ? `M0 ${y(value)}` : `V${y(value)}`}H${index + 1}`)
    .join("");
  const marked = mark === undefined ? -1 : points.findLastIndex(({ day }) => day <= mark);
  const dates = [
    ...new Set(Array.from({ length: DATES }, (_, i) => Math.round((i * (points.length - 1)) / (DATES - 1)))),
  ];
  const most = points.reduce((best, point) => (point.value > best.value ? point : best));
  const last = points.at(-1) ?? most;
  return (
    <figure>
      <figcaption className="sr-only">
        {`${kindLabels[kind]}: ${text(last.value)} on ${last.day}; the most were ${text(most.value)} on ${most.day}.`}
      </figcaption>
      <div aria-hidden className="text-xs text-muted tabular-nums">
        <div className="flex h-44">
          <div className="relative w-16 shrink-0">
            {ticks.map((tick) => (
              <span
                key={tick}
                className="absolute right-2 -translate-y-1/2 whitespace-nowrap"
                style={{ top: `${y(tick)}%` }}
              >
                {text(tick)}
              </span>
            ))}
          </div>
          <div className="relative grow">
            <svg
              aria-hidden
              viewBox={`0 0 ${points.length} 100`}
              preserveAspectRatio="none"
              className="absolute inset-0 size-full overflow-visible"
            >
              {ticks.map((tick) => (
                <path
                  key={tick}
                  d={`M0 ${y(tick)}H${points.length}`}
                  vectorEffect="non-scaling-stroke"
                  className="stroke-border"
                />
              ))}
              <path d={`${line}V100H0Z`} fill={kindColour[kind]} fillOpacity={0.15} />
              <path
                d={line}
                fill="none"
                stroke={kindColour[kind]}
                strokeWidth={2}
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
              />
              {marked >= 0 && (
                <path d={`M${marked + 1} 0V100`} vectorEffect="non-scaling-stroke" className="stroke-danger" />
              )}
            </svg>
            <div className="absolute inset-0 flex">
              {points.map(({ day, value }, index) => (
                <span key={day} className="group relative flex-1 hover:bg-text/10">
                  <span
                    className={cn(
                      "popup pointer-events-none absolute bottom-full z-10 hidden px-2 py-1 whitespace-nowrap text-text group-hover:block",
                      index < points.length / 2 ? "left-full ml-1" : "right-full mr-1",
                    )}
                  >
                    <span className="text-muted">{day}</span> <b className="font-medium">{text(value)}</b>
                  </span>
                </span>
              ))}
            </div>
          </div>
        </div>
        <div className="relative ml-16 h-5">
          {dates.map((index, i) => (
            <span
              key={index}
              className={cn(
                "absolute top-1 whitespace-nowrap",
                index === 0 ? "left-0" : index === points.length - 1 ? "right-0" : "-translate-x-1/2",
                i % 2 === 1 && "max-sm:hidden",
              )}
              style={
                index === 0 || index === points.length - 1
                  ? undefined
                  : { left: `${((index + 0.5) / points.length) * 100}%` }
              }
            >
              {points[index]?.day}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
