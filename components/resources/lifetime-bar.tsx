import { formatInstant } from "../ui/format";

const share = (at: number, from: number, until: number) =>
  until > from ? Math.min(Math.max((at - from) / (until - from), 0), 1) * 100 : 0;

/** When something ran, within a span that all bars of a table share. The text says what the bar shows. */
export function LifetimeBar({
  startedAt,
  endedAt,
  from,
  until,
  mark,
}: {
  startedAt: Date;
  endedAt: Date | null;
  from: Date;
  until: Date;
  /** The as-of instant, drawn as a line through all bars. */
  mark?: Date;
}) {
  const at = (instant: Date) => share(instant.getTime(), from.getTime(), until.getTime());
  const start = at(startedAt);
  const width = Math.max(at(endedAt ?? until) - start, 0.8);
  const line = mark && at(mark);
  return (
    <svg className="block h-4 w-full min-w-32" role="img">
      <title>{`${formatInstant(startedAt)} – ${endedAt ? formatInstant(endedAt) : "still running"}`}</title>
      <rect y="7" width="100%" height="2" className="fill-border" />
      <rect
        x={`${Math.min(start, 99.2)}%`}
        y="4"
        width={`${width}%`}
        height="8"
        rx="2"
        className={endedAt ? "fill-border-strong" : "fill-chart-1"}
      />
      {line !== undefined && <rect x={`${line}%`} width="1" height="16" className="fill-danger" />}
    </svg>
  );
}
