import { cn } from "./cn";
import { formatNumber, formatPercent } from "./format";
import { fillTone, type Tone } from "./tone";

const share = (value: number, max: number) => (max > 0 ? Math.min(Math.max(value / max, 0), 1) : value > 0 ? 1 : 0);

// An SVG, because a width in a style attribute is refused under a strict content security policy.
const Bar = ({ part, tone }: { part: number; tone: Tone }) => (
  <svg aria-hidden="true" className="block h-1.5 w-full overflow-hidden rounded-full bg-hover">
    <rect width={`${part * 100}%`} height="100%" className={fillTone[tone]} />
  </svg>
);

/** How full something is. Without `tone` it warns from 85 % and alarms from 100 %. `text` replaces "30 of 40". */
export function Meter({
  label,
  value,
  max,
  text = `${formatNumber(value)} of ${formatNumber(max)}`,
  tone = value >= max ? "danger" : value >= max * 0.85 ? "warning" : "accent",
  className,
}: {
  label: string;
  value: number;
  max: number;
  text?: string;
  tone?: Tone;
  className?: string;
}) {
  return (
    <div className={cn("relative min-w-0", className)}>
      <div aria-hidden className="mb-1 flex justify-between gap-2 text-xs">
        <span className="truncate text-muted">{label}</span>
        <span className="whitespace-nowrap tabular-nums">{text}</span>
      </div>
      <meter className="sr-only" aria-label={label} aria-valuetext={text} min={0} max={max} value={value} />
      <Bar part={share(value, max)} tone={tone} />
    </div>
  );
}

/** How far something has come. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const part = share(value, max);
  return (
    <div className="relative">
      <div aria-hidden className="mb-1 flex justify-between gap-2 text-xs">
        <span className="text-muted">{label}</span>
        <span className="tabular-nums">{formatPercent(part)}</span>
      </div>
      <progress className="sr-only" aria-label={label} max={max} value={value} />
      <Bar part={part} tone="accent" />
    </div>
  );
}
