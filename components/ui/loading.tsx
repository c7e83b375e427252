import LoaderCircle from "lucide-react/icons/loader-circle";
import { cn } from "./cn";

export const Spinner = ({ className }: { className?: string }) => (
  <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />
);

export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn("block animate-pulse rounded bg-hover", className ?? "h-4 w-full")} />
);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Holds the place of a table while its rows are on their way; `label` is what a screen reader hears. */
export function TableSkeleton({
  rows = 8,
  columns = 5,
  label = "Loading",
}: {
  rows?: number;
  columns?: number;
  label?: string;
}) {
  return (
    <div role="status" className="divide-y rounded-lg border">
      <span className="sr-only">{label}</span>
      {upTo(rows).map((row) => (
        <div key={row} className="flex gap-4 px-3 py-2.5">
          {upTo(columns).map((column) => (
            <Skeleton key={column} className={cn("h-3.5", column === 0 ? "grow-2 basis-0" : "grow basis-0")} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function Loading({ label = "Loading" }: { label?: string }) {
  return (
    <p role="status" className="flex items-center justify-center gap-2 p-8 text-muted">
      <Spinner />
      {label}
    </p>
  );
}
