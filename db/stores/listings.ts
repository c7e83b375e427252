import { and, asc, eq, getTableColumns, gt, inArray, isNull, sql } from "drizzle-orm";
import { countryName } from "../../lib/core/countries";
import { type AgreementStatus, agreementUrgency } from "../../lib/core/lists";
import { sortKey } from "../../lib/core/text";
import type { Database } from "../kit";
import {
  customerListings,
  customers,
  listStamps,
  providerAccounts,
  providers,
  resellers,
  resources,
  snake,
} from "../schema";

interface Owner {
  cspId: string;
  resellerId: string;
}
type CustomerPath = Owner & { customerId: string };
type Listing = typeof customerListings.$inferSelect;

/** The agreement of a listing's number; null for 0. */
export const agreementAt = (place: number): AgreementStatus | null => agreementUrgency[place - 1] ?? null;
export const placeOfAgreement = (status: AgreementStatus | null): number =>
  status === null ? 0 : agreementUrgency.indexOf(status) + 1;

/**
 * Brings the listings of these customers up to what their rows say now. Called with every write of a customer or its
 * accounts; whoever adds or ends resources calls it too.
 */
export async function relist(db: Database, written: readonly CustomerPath[]): Promise<void> {
  if (written.length === 0) return;
  const owners = new Map(written.map(({ cspId, resellerId }) => [resellerId, { cspId, resellerId }]));
  // Before the rows are read: on PostgreSQL the stamp keeps a second writer waiting until the first one's are to be seen.
  for (const id of [...owners.keys()].sort()) await stamp(db, owners.get(id) as Owner);
  const rows = await listingsOf(db, [...new Set(written.map(({ customerId }) => customerId))]);
  // SQLite binds at most 32,766 values in a statement.
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insert(customerListings)
      .values(rows.slice(from, from + 500))
      .onConflictDoUpdate({ target: customerListings.customerId, set: given });
  }
}

/** Every column as the row that was to be inserted has it. */
const given = Object.fromEntries(
  Object.keys(getTableColumns(customerListings)).map((name) => [name, sql.raw(`excluded.${snake(name)}`)]),
);

const stamp = async (db: Database, owner: Owner): Promise<void> => {
  await db
    .insert(listStamps)
    .values({ ...owner, n: 1 })
    .onConflictDoUpdate({ target: [listStamps.cspId, listStamps.resellerId], set: { n: sql`${listStamps.n} + 1` } });
};

async function listingsOf(db: Database, ids: readonly string[]): Promise<Listing[]> {
  const rows = await db
    .select({
      customer: customers,
      reseller: resellers.sortName,
      providerId: providerAccounts.providerId,
      provider: providers.name,
      agreement: providerAccounts.agreementStatus,
      servers: sql<number>`(${db
        .select({ n: sql`count(*)` })
        .from(resources)
        .where(
          and(eq(resources.customerId, customers.id), eq(resources.kind, "servers"), isNull(resources.endedAt)),
        )})`.mapWith(Number),
    })
    .from(customers)
    .innerJoin(resellers, eq(resellers.id, customers.resellerId))
    .leftJoin(providerAccounts, eq(providerAccounts.customerId, customers.id))
    .leftJoin(providers, eq(providers.id, providerAccounts.providerId))
    .where(inArray(customers.id, [...ids]))
    .orderBy(asc(customers.id), asc(providers.name), asc(providers.id));
  const made = new Map<string, Listing>();
  const clouds = new Map<string, Cloud[]>();
  for (const { customer, reseller, provider, providerId, agreement, servers } of rows) {
    const row = made.get(customer.id) ?? {
      cspId: customer.cspId,
      resellerId: customer.resellerId,
      customerId: customer.id,
      name: customer.sortName,
      status: customer.status,
      reseller,
      country: sortKey(countryName(customer.country)),
      providers: "",
      servers,
      agreement: 0,
      createdAt: customer.createdAt,
      lastActivityAt: customer.lastActivityAt ?? new Date(0),
      deleted: customer.deletedAt !== null,
    };
    made.set(customer.id, row);
    if (!provider || !providerId) continue;
    const its = [...(clouds.get(customer.id) ?? []), { id: providerId, name: provider }];
    clouds.set(customer.id, its);
    row.providers = providersKey(its);
    const place = placeOfAgreement(agreement);
    if (place > 0) row.agreement = row.agreement === 0 ? place : Math.min(row.agreement, place);
  }
  return [...made.values()];
}

interface Cloud {
  id: string;
  name: string;
}

/** In no name, and before all that names are made of: so names are what is ordered by. */
const BREAK = "\t";

/** What a list is ordered and filtered by where customers use providers: their names, then their ids. Bounded. */
const providersKey = (its: readonly Cloud[]): string => {
  const names = its.map(({ name }) => sortKey(name)).join(", ");
  return `${names.slice(0, 120)}${BREAK}${its.map(({ id }) => id).join(",")}`;
};

export const providerIdsIn = (key: string): string[] => key.split(BREAK)[1]?.split(",") ?? [];

/** A reseller's new name, in the lists of all its customers. */
export const relistReseller = async (db: Database, owner: Owner, name: string): Promise<void> => {
  await stamp(db, owner);
  await db
    .update(customerListings)
    .set({ reseller: sortKey(name) })
    .where(eq(customerListings.resellerId, owner.resellerId));
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
