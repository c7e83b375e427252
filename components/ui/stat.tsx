import type { ReactNode } from "react";
import { cn } from "./cn";
import { formatNumber } from "./format";
import { Link } from "./link";

/** One number that matters; with `href` the whole tile leads to the rows behind it. */
export function Stat({
  label,
  value,
  hint,
  href,
  tone = "neutral",
}: {
  label: string;
  value: number | ReactNode;
  hint?: ReactNode;
  href?: string;
  tone?: "neutral" | "warning" | "danger";
}) {
  const colour = { neutral: undefined, warning: "text-warning", danger: "text-danger" }[tone];
  const body = (
    <>
      <span className="text-xs text-muted">{label}</span>
      <span className={cn("text-2xl/8 font-semibold tracking-tight tabular-nums", colour)}>
        {typeof value === "number" ? formatNumber(value) : value}
      </span>
      {hint !== undefined && <span className="text-xs text-muted">{hint}</span>}
    </>
  );
  const box = "flex min-w-0 flex-col rounded-lg border bg-raised px-4 py-3";
  return href === undefined ? (
    <div className={box}>{body}</div>
  ) : (
    <Link href={href} className={cn(box, "hover:border-border-strong hover:bg-hover")}>
      {body}
    </Link>
  );
}
