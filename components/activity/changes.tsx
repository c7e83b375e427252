import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { changesOf, fieldText, valueText } from "./words";

/** What an entry changed, each field before and after. */
export function Changes({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  const list = (
    <dl className="mt-1 grid gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[10rem_minmax(0,1fr)]">
      {changes.map(({ name, before, after }) => (
        <div key={name} className="contents">
          <dt className="text-muted wrap-anywhere">{fieldText(name)}</dt>
          <dd className="mb-1 wrap-anywhere sm:mb-0">
            {before !== undefined && (
              <>
                <del className="text-muted no-underline">
                  <span className="sr-only">before: </span>
                  {valueText(before, names, name)}
                </del>
                {after !== undefined && <span aria-hidden> → </span>}
              </>
            )}
            {after !== undefined && (
              <ins className="no-underline">
                <span className="sr-only">after: </span>
                {valueText(after, names, name)}
              </ins>
            )}
            {after === undefined && <span className="text-muted"> (removed)</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
  // What was made tells all of its fields: of interest to few.
  if (changes.length <= 6) return list;
  return (
    <details className="mt-1">
      <summary className="min-h-6 cursor-pointer text-xs text-muted">{changes.length} fields</summary>
      {list}
    </details>
  );
}
