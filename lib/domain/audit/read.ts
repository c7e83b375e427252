import { type AuditFilter, type Reads, read } from "@/db/doors";
import { fromCursor, toCursor } from "@/lib/core/cursor";
import { isUuid } from "@/lib/core/ids";
import { invalid } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { csvOf } from "../exports/csv";
import { namesIn } from "./names";

export type { AuditFilter };

type Reading = Scope<"audit:read">;
export type Entry = Awaited<ReturnType<Reads["audit"]["list"]>>[number];

const SORT = "latest";

/** Beyond this nobody needs to know how many there are, and counting them would take longer than finding them. */
const COUNTED = 10_000;

/** What was done, the latest first, `limit` at a time. Entries are never changed, so a cursor always holds. */
export async function listAudit(
  scope: Reading,
  filter: AuditFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = cursor === undefined ? undefined : fromCursor(cursor, SORT).id;
  if (before !== undefined && !isUuid(before)) throw invalid(["cursor"], "is not a cursor of this list", "format");
  return read(scope, async (stores) => {
    const found = await stores.audit.list(filter, before, limit + 1);
    const items: Entry[] = found.slice(0, limit);
    const last = items.at(-1);
    const more = found.length > limit;
    const isAll = before === undefined && !more;
    const total = isAll ? items.length : await stores.audit.count(filter, COUNTED + 1);
    return {
      items,
      next: last && more ? toCursor({ sort: SORT, key: last.id, id: last.id }) : null,
      /** Null where it is more than 10,000. */
      total: total > COUNTED ? null : total,
      names: await namesIn(stores, items),
    };
  });
}

const CHUNK = 500;

async function* every(scope: Reading, filter: AuditFilter): AsyncGenerator<Entry[]> {
  let before: string | undefined;
  for (;;) {
    const chunk: Entry[] = await read(scope, ({ audit }) => audit.list(filter, before, CHUNK));
    yield chunk;
    if (chunk.length < CHUNK) return;
    before = chunk.at(-1)?.id;
    await new Promise(setImmediate);
  }
}

/** All that match as CSV, made while it is sent. */
export const exportedAudit = (scope: Reading, filter: AuditFilter): AsyncGenerator<string> =>
  csvOf(every(scope, filter), {
    id: ({ id }) => id,
    at: ({ at }) => at,
    actor_kind: ({ actorKind }) => actorKind,
    actor_id: ({ actorId }) => actorId,
    actor: ({ actorName }) => actorName,
    surface: ({ surface }) => surface,
    action: ({ action }) => action,
    subject: ({ subject }) => subject,
    subject_id: ({ subjectId }) => subjectId,
    reseller_id: ({ resellerId }) => resellerId,
    customer_id: ({ customerId }) => customerId,
    customer: ({ customerName }) => customerName,
    before: ({ before }) => before && JSON.stringify(before),
    after: ({ after }) => after && JSON.stringify(after),
    correlation_id: ({ correlationId }) => correlationId,
    ip: ({ ip }) => ip,
  });
