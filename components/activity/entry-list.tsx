import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { actionText, changesOf, fieldText, valueText } from "./words";

/** What was done, the latest first: who, from which API, and each field before and after. */
export const EntryList = ({
  entries,
  names,
  across = false,
}: {
  entries: readonly AuditEntry[];
  /** Of what entries refer to by its id. */
  names?: ReadonlyMap<string, string>;
  /** Of several customers, so that each entry says whose it is. */
  across?: boolean;
}) => (
  <ol aria-label="What was done" className="divide-y rounded-lg border bg-raised">
    {entries.map((entry) => (
      <li key={entry.id} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="text-xs text-muted">
          <p className="text-sm text-text">
            <TimeAgo value={entry.at} />
          </p>
          <p className="wrap-anywhere">
            {entry.actor.name} <span>({entry.actor.kind})</span>
          </p>
          {entry.ip && <p>from {entry.ip}</p>}
        </div>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{actionText(entry.action)}</span>
            <Badge>{entry.surface}</Badge>
            <CopyId value={entry.correlation_id} label="correlation id" short />
          </div>
          {across && <Whose entry={entry} />}
          <Changes entry={entry} names={names} />
        </div>
      </li>
    ))}
  </ol>
);

/** The customer, and what was changed where that is another thing. */
function Whose({ entry: { customer, subject, subject_id } }: { entry: AuditEntry }) {
  const isOther = subject !== null && subject !== "customer";
  if (!customer && !isOther) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
      {customer &&
        (customer.name === null ? (
          <span>A customer that was deleted, {customer.id}</span>
        ) : (
          <TextLink href={`/portal/customers/${customer.id}`} className="wrap-anywhere">
            {customer.name}
          </TextLink>
        ))}
      {isOther && (
        <span className="wrap-anywhere">
          {subject.replaceAll("_", " ")} {subject_id}
        </span>
      )}
    </p>
  );
}

function Changes({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> | undefined }) {
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
