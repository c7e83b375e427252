import { Link } from "@/components/ui/link";
import type { Operation } from "./document";
import { Method } from "./method";

/** Operations as links; `current` is the id of the open one. */
export const OperationList = ({
  base,
  operations,
  current,
}: {
  base: string;
  operations: readonly Operation[];
  current?: string;
}) => (
  <ul className="divide-y border-t">
    {operations.map(({ operationId, method, path, summary }) => (
      <li key={operationId}>
        <Link
          href={`${base}/${encodeURIComponent(operationId)}`}
          aria-current={operationId === current ? "page" : undefined}
          className="grid grid-cols-[4.5rem_1fr] items-baseline gap-x-2 px-4 py-1.5 -outline-offset-2 hover:bg-hover aria-[current]:bg-hover"
        >
          <span>
            <Method name={method} />
          </span>
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{summary}</span>
            <code className="font-mono text-xs text-muted wrap-anywhere">{path}</code>
          </span>
        </Link>
      </li>
    ))}
  </ul>
);
