import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { TextLink } from "@/components/ui/text-link";
import { TimeAgo } from "@/components/ui/values";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { isUuid } from "@/lib/core/ids";
import { requestHref, ThingLink, Told } from "./act-parts";
import { type Act, actsOf, sentenceOf } from "./acts";
import { Changes } from "./changes";
import { actorOf, customerOf, type Known, subjectOf } from "./things";
import { spaced } from "./words";

/** What was done, the latest first: who, from which API, and each field before and after. */
export function EntryList({
  entries,
  known,
  goesOn,
}: {
  entries: readonly AuditEntry[];
  known: Known;
  /** Whether the log goes on before and behind these entries. */
  goesOn: { from: boolean; to: boolean };
}) {
  const acts = actsOf(entries, goesOn);
  return (
    <ol aria-label="What was done" className="divide-y rounded-lg border bg-raised">
      {acts.map((act) => (
        <li key={act.entries[0].id} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[14rem_minmax(0,1fr)]">
          <When entry={act.entries[0]} known={known} />
          <div className="min-w-0">
            <What act={act} known={known} />
            {act.entries.length === 1 ? (
              <Changes entry={act.entries[0]} names={known.names} />
            ) : (
              <Several act={act} known={known} open={acts.length === 1} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

const When = ({ entry, known }: { entry: AuditEntry; known: Known }) => (
  <div className="text-xs text-muted">
    <p className="text-sm text-text">
      <TimeAgo value={entry.at} />
    </p>
    <p className="wrap-anywhere">
      <ThingLink thing={actorOf(entry, known)} /> <span>({entry.actor.kind})</span>
    </p>
    {entry.ip && <p>from {entry.ip}</p>}
  </div>
);

function What({ act, known }: { act: Act; known: Known }) {
  const { surface, correlation_id, subject, subject_id } = act.entries[0];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0 font-medium first-letter:uppercase">
        <Told sentence={sentenceOf(act, known)} />
      </p>
      <Badge>{surface}</Badge>
      <Id of="request" value={correlation_id} label="correlation id" />
      {act.entries.length === 1 && subject !== null && subject_id !== null && isUuid(subject_id) && (
        <Id of={spaced(subject)} value={subject_id} label={`${spaced(subject)} id`} />
      )}
    </div>
  );
}

const Id = ({ of, value, label }: { of: string; value: string; label: string }) => (
  <span className="inline-flex items-center gap-1.5 text-xs text-muted">
    {of} <CopyId value={value} label={label} short />
  </span>
);

/** Entry by entry, for who wants to know: what was done is told above. */
function Several({ act: { entries, goesOn }, known, open }: { act: Act; known: Known; open: boolean }) {
  const [{ correlation_id }] = entries;
  return (
    <details open={open} className="mt-1">
      <summary className="min-h-6 w-fit cursor-pointer text-xs text-muted">
        {entries.length} changes{goesOn && " on this page"}
      </summary>
      <ul className="mt-1 flex flex-col gap-3 border-l-2 pl-3">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Subject entry={entry} known={known} />
            <Changes entry={entry} names={known.names} />
          </li>
        ))}
      </ul>
      {!open && (
        <p className="mt-2 text-xs">
          <TextLink href={requestHref(correlation_id)}>All of this request</TextLink>
        </p>
      )}
    </details>
  );
}

function Subject({ entry, known }: { entry: AuditEntry; known: Known }) {
  const { subject, subject_id } = entry;
  const customer = customerOf(entry);
  const thing = subjectOf(entry, known);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-xs">
      <span className="min-w-0">
        {thing ? <ThingLink thing={thing} /> : "Nothing"}
        {thing && customer && subject !== "customer" && (
          <>
            {" for "}
            <ThingLink thing={customer} />
          </>
        )}
      </span>
      {subject !== null && subject_id !== null && isUuid(subject_id) && (
        <CopyId value={subject_id} label={`${spaced(subject)} id`} short />
      )}
    </p>
  );
}
