import ChevronRight from "lucide-react/icons/chevron-right";
import { CrumbLink } from "./crumb-link";

export interface Crumb {
  label: string;
  /** Absent on the page itself. */
  href?: string;
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-1 text-xs text-muted">
        {items.map((item, index) => (
          <li key={`${item.href} ${item.label}`} className="flex max-w-80 min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {item.href === undefined ? (
              <span aria-current="page" title={item.label} className="truncate">
                {item.label}
              </span>
            ) : (
              <CrumbLink href={item.href} label={item.label} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
