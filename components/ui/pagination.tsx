import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { follow } from "./follow";
import { formatNumber } from "./format";
import { LinkButton } from "./link-button";

function Step({
  href,
  onFollow,
  children,
}: {
  href: string | undefined;
  onFollow: ((href: string) => void) | undefined;
  children: ReactNode;
}) {
  if (href === undefined)
    return (
      // biome-ignore lint/a11y/useValidAnchor: a link without a target is how "no further page" is told, and it keeps its place.
      <a role="link" aria-disabled="true" className={buttonClass("secondary", "sm")}>
        {children}
      </a>
    );
  return (
    <LinkButton href={href} size="sm" scroll={false} onNavigate={follow(href, onFollow)}>
      {children}
    </LinkButton>
  );
}

/** `from` and `to` count from 1. A side without an href is the end of the list. */
export function Pagination({
  label,
  from,
  to,
  total,
  previous,
  next,
  onFollow,
}: {
  label: string;
  from: number;
  to: number;
  total: number;
  previous?: string;
  next?: string;
  onFollow?: (href: string) => void;
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-2 py-3">
      <p className="text-xs text-muted tabular-nums">
        {total === 0 ? "Nothing found" : `${formatNumber(from)}–${formatNumber(to)} of ${formatNumber(total)}`}
      </p>
      <div className="flex gap-2">
        <Step href={previous} onFollow={onFollow}>
          <ChevronLeft aria-hidden className="size-3.5" />
          Previous
        </Step>
        <Step href={next} onFollow={onFollow}>
          Next
          <ChevronRight aria-hidden className="size-3.5" />
        </Step>
      </div>
    </nav>
  );
}
