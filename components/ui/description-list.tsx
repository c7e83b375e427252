import type { ReactNode } from "react";
import { cn } from "./cn";

export interface Description {
  term: string;
  /** Absent values read "Not set". */
  value: ReactNode;
}

export function DescriptionList({ items, columns = 1 }: { items: readonly Description[]; columns?: 1 | 2 }) {
  return (
    <dl className={cn("grid gap-x-8", columns === 2 && "md:grid-cols-2")}>
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_1fr]">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {value === null || value === undefined || value === "" ? (
              <span className="text-muted">Not set</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
