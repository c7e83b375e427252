import { and, asc, eq, exists, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { countryName } from "../../lib/core/countries";
import { type AgreementStatus, type Attention, agreementUrgency, attentions } from "../../lib/core/lists";
import { CONCURRENCY_LIMIT, isNearPlan } from "../../lib/core/settings";
import { sortKey } from "../../lib/core/text";
import type { Database } from "../kit";
import {
  billingPlans,
  capacityEntries,
  customerListings,
  customers,
  listStamps,
  providerAccounts,
  providers,
  resellers,
  resources,
  settings,
  snake,
} from "../schema";
import { overAllocated } from "./capacity";
import { hot } from "./hot";

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

const bitOf = (what: Attention): number => 2 ** attentions.indexOf(what);
/** What a listing's number says of it. */
export const attentionsIn = (bits: number): Attention[] => attentions.filter((what) => bits & bitOf(what));
/** The numbers that say one of these at least. */
export const bitsWith = (some: readonly Attention[]): number[] =>
  Array.from({ length: 2 ** attentions.length }, (_, bits) => bits).filter((bits) =>
    attentionsIn(bits).some((what) => some.includes(what)),
  );

/**
 * Brings the listings of these customers up to what their rows say now. Called with every write of a customer or of what
 * is listed of it; whoever adds or ends resources calls it too.
 */
export async function relist(db: Database, written: readonly CustomerPath[]): Promise<void> {
  if (written.length === 0) return;
  const owners = new Map(written.map(({ cspId, resellerId }) => [resellerId, { cspId, resellerId }]));
  // Before the rows are read: on PostgreSQL the stamp keeps a second writer waiting until the first one's are to be seen.
  for (const id of [...owners.keys()].sort()) await stamp(db, owners.get(id) as Owner);
  for (const id of new Set(written.map(({ customerId }) => customerId))) {
    const row = listingOf(await query(db).execute({ id }));
    if (!row) continue;
    await db
      .insert(customerListings)
      .values(row)
      .onConflictDoUpdate({ target: customerListings.customerId, set: given });
  }
}

const stamp = async (db: Database, owner: Owner): Promise<void> => {
  await db
    .insert(listStamps)
    .values({ ...owner, n: 1 })
    .onConflictDoUpdate({ target: [listStamps.cspId, listStamps.resellerId], set: { n: sql`${listStamps.n} + 1` } });
};

/** Every column as the row that was to be inserted has it. */
const given = Object.fromEntries(
  Object.keys(getTableColumns(customerListings)).map((name) => [name, sql.raw(`excluded.${snake(name)}`)]),
);

/** A row for each account that the customer has, or one without. */
const query = (db: Database) =>
  hot(db, "listing_of", (prepare) =>
    prepare(
      db
        .select({
          customer: {
            cspId: customers.cspId,
            resellerId: customers.resellerId,
            customerId: customers.id,
            name: customers.sortName,
            status: customers.status,
            country: customers.country,
            createdAt: customers.createdAt,
            lastActivityAt: customers.lastActivityAt,
            deletedAt: customers.deletedAt,
          },
          reseller: resellers.sortName,
          cloud: { id: providers.id, name: providers.name },
          agreement: providerAccounts.agreementStatus,
          state: providerAccounts.state,
          limit: settings.value,
          plan: billingPlans.concurrency,
          isOver: sql<boolean>`${exists(overAllocated(db, eq(capacityEntries.customerId, customers.id)))}`.mapWith(
            Boolean,
          ),
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
        .leftJoin(billingPlans, eq(billingPlans.id, customers.billingPlanId))
        .leftJoin(settings, and(eq(settings.customerId, customers.id), eq(settings.name, CONCURRENCY_LIMIT)))
        .where(eq(customers.id, sql.placeholder("id")))
        .orderBy(asc(providers.name), asc(providers.id)),
      "listing_of",
    ),
  );

type Found = Awaited<ReturnType<ReturnType<typeof query>["execute"]>>[number];

/** Undefined for a customer that is gone for good. */
function listingOf(rows: readonly Found[]): Listing | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { deletedAt, ...customer } = first.customer;
  const holds: Record<Attention, boolean> = {
    accounts_in_error: rows.some(({ state }) => state === "error"),
    limit_near_plan: typeof first.limit === "number" && isNearPlan(first.limit, first.plan),
    capacity_over_allocated: first.isOver,
  };
  const places = rows.map(({ agreement }) => placeOfAgreement(agreement)).filter((place) => place > 0);
  return {
    ...customer,
    reseller: first.reseller,
    country: sortKey(countryName(customer.country)),
    providers: providersKey(rows.flatMap(({ cloud }) => cloud ?? [])),
    servers: first.servers,
    agreement: places.length > 0 ? Math.min(...places) : 0,
    lastActivityAt: customer.lastActivityAt ?? new Date(0),
    deleted: deletedAt !== null,
    deletedAt: deletedAt ?? new Date(0),
    attention: attentions.reduce((bits, what) => bits + (holds[what] ? bitOf(what) : 0), 0),
  };
}

interface Cloud {
  id: string;
  name: string;
}

/** Before all that names are made of, so that names are what is ordered by; in no id. */
const BREAK = " ";

/** What a list is ordered and filtered by where customers use providers: their names, then their ids. Bounded. */
const providersKey = (its: readonly Cloud[]): string => {
  if (its.length === 0) return "";
  const names = its.map(({ name }) => sortKey(name)).join(", ");
  return `${names.slice(0, 120)}${BREAK}${its.map(({ id }) => id).join(",")}`;
};

export const providerIdsIn = (key: string): string[] =>
  key === "" ? [] : key.slice(key.lastIndexOf(BREAK) + 1).split(",");

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
