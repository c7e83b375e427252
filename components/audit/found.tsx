import { ThingLink } from "@/components/activity/act-parts";
import { actorOf, customerOf, type Known } from "@/components/activity/things";
import { formatNumber } from "@/components/ui/format";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import type { AuditFilters } from "./filters";

const counted = (total: number | null): string => {
  if (total === null) return "More than 10,000 changes";
  return total === 1 ? "1 change" : `${formatNumber(total)} changes`;
};

/** How many there are, and who is meant by the ids that were asked for: every entry is theirs. */
export function Found({
  total,
  filters,
  first,
  known,
}: {
  total: number | null;
  filters: AuditFilters;
  first: AuditEntry;
  known: Known;
}) {
  const customer = filters.customer_id && customerOf(first);
  return (
    <p className="mb-2 text-muted">
      <span className="tabular-nums">{counted(total)}</span>
      {customer && (
        <>
          {" of "}
          <ThingLink thing={customer} />
        </>
      )}
      {filters.actor === first.actor.id && (
        <>
          {" by "}
          <ThingLink thing={actorOf(first, known)} />
        </>
      )}
    </p>
  );
}
