import { cn } from "./cn";
import { formatNumber } from "./format";
import { Link } from "./link";

export interface Tab {
  label: string;
  href: string;
  count?: number;
}

/** Tabs that are links: each has a URL. `current` is the href of the open one. */
export function Tabs({ label, items, current }: { label: string; items: readonly Tab[]; current?: string }) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b">
      <ul className="flex gap-1">
        {items.map((item) => {
          const open = item.href === current;
          return (
            <li key={item.href} className="shrink-0">
              <Link
                href={item.href}
                aria-current={open ? "page" : undefined}
                className={cn(
                  "flex h-9 items-center gap-1.5 border-b-2 px-2.5 -outline-offset-2 pointer-coarse:h-11",
                  open ? "border-accent font-medium" : "border-transparent text-muted hover:text-text",
                )}
              >
                {item.label}
                {item.count !== undefined && (
                  <span className="rounded-full bg-hover px-1.5 text-xs text-text tabular-nums">
                    {formatNumber(item.count)}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
