import { asc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import { sortKey } from "../../lib/core/text";
import type { Database } from "../kit";
import { customerListings, customers, snake, type Trace } from "../schema";
import { type Change, claim, type Owner, record } from "./list-log";
import { keptOf, type Listed, standing } from "./listed";
import { replaceTerms } from "./terms";

type CustomerPath = Owner & { customerId: string };

/**
 * Brings the lists up to what the rows of these customers say now. Called with every write of a customer or of what is
 * listed of it; whoever adds or ends resources calls it too.
 */
export async function relist(db: Database, written: readonly CustomerPath[]): Promise<void> {
  const owners = new Map(written.map(({ cspId, resellerId }) => [resellerId, { cspId, resellerId }]));
  for (const owner of [...owners.values()].sort((a, b) => (a.resellerId < b.resellerId ? -1 : 1))) {
    // Before the rows are read: on PostgreSQL a second writer waits here until the first one's are to be seen.
    const latest = await claim(db, owner);
    const its = written.filter(({ resellerId }) => resellerId === owner.resellerId);
    const changes: Change[] = [];
    for (const customerId of new Set(its.map(({ customerId }) => customerId))) {
      const before = await keptOf(db, customerId);
      const after = await standing(db, customerId);
      if (before && after && isSame(before, after)) continue;
      if (after) await keep(db, before, after);
      changes.push({ customerId, before: before ? traceOf(before) : null, after: after ? traceOf(after) : null });
    }
    await record(db, owner, latest, changes);
  }
}

const columns = Object.keys(getTableColumns(customerListings)) as (keyof Listed["listing"])[];
const isSame = (a: Listed, b: Listed): boolean =>
  columns.every((name) => JSON.stringify(a.listing[name]) === JSON.stringify(b.listing[name])) && isFoundAlike(a, b);
/** By the same terms, each of which says these two of its customer. */
const isFoundAlike = (a: Listed, b: Listed): boolean =>
  a.terms.join("\n") === b.terms.join("\n") &&
  a.listing.name === b.listing.name &&
  a.listing.deleted === b.listing.deleted;

async function keep(db: Database, before: Listed | undefined, after: Listed): Promise<void> {
  if (!before || !isFoundAlike(before, after)) await replaceTerms(db, after.listing, after.terms);
  await db
    .insert(customerListings)
    .values(after.listing)
    .onConflictDoUpdate({ target: customerListings.customerId, set: given });
}

/** Every column as the row that was to be inserted has it. */
const given = Object.fromEntries(columns.map((name) => [name, sql.raw(`excluded.${snake(name)}`)]));

const traceOf = ({ listing, terms }: Listed): Trace => {
  const { cspId, customerId, lastActivityAt, createdAt, deletedAt, ...told } = listing;
  return { ...told, createdAt: createdAt.getTime(), deletedAt: deletedAt.getTime(), terms };
};

/** A reseller's new name, in the lists of all its customers. */
export const relistReseller = async (db: Database, owner: Owner, name: string): Promise<void> => {
  const latest = await claim(db, owner);
  await db
    .update(customerListings)
    .set({ reseller: sortKey(name) })
    .where(eq(customerListings.resellerId, owner.resellerId));
  await record(db, owner, latest, "all");
};

/** Lists every customer: after rows were written past the stores, as a seed does. */
export async function relistAll(db: Database): Promise<void> {
  const { cspId, resellerId, id } = customers;
  let last = "";
  for (;;) {
    const rows = await db
      .select({ cspId, resellerId, customerId: id })
      .from(customers)
      .where(gt(id, last))
      .orderBy(asc(id))
      .limit(500);
    await relist(db, rows);
    const end = rows.at(-1);
    if (!end) return;
    last = end.customerId;
  }
}
