import { and, asc, eq, exists, isNull, sql } from "drizzle-orm";
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
  domains,
  providerAccounts,
  providers,
  resellers,
  resources,
  settings,
} from "../schema";
import { overAllocated } from "./capacity";
import { hot } from "./hot";
import { keptTerms, termsOf } from "./terms";

type Listing = typeof customerListings.$inferSelect;

/** All that lists know of a customer: how it is ordered and filtered, and what it is found by. */
export interface Listed {
  readonly listing: Listing;
  readonly terms: readonly string[];
}

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

/** As the lists have it. */
export async function keptOf(db: Database, customerId: string): Promise<Listed | undefined> {
  const query = hot(db, "kept_listing", (prepare) =>
    prepare(
      db
        .select()
        .from(customerListings)
        .where(eq(customerListings.customerId, sql.placeholder("customerId"))),
      "kept_listing",
    ),
  );
  const [listing] = await query.execute({ customerId });
  return listing && { listing, terms: await keptTerms(db, customerId) };
}

/** As the customer's rows say now; undefined for one that is gone for good. */
export async function standing(db: Database, customerId: string): Promise<Listed | undefined> {
  const rows = await accountRows(db).execute({ customerId });
  const [first] = rows;
  if (!first) return undefined;
  const names = await domainNames(db).execute({ customerId });
  const ids = rows.flatMap(({ account }) => [account?.providerCustomerId, account?.data.Domain]);
  return { listing: listingOf(first, rows), terms: termsOf(first.named, [...names.map(({ name }) => name), ...ids]) };
}

const domainNames = (db: Database) =>
  hot(db, "domain_names", (prepare) =>
    prepare(
      db
        .select({ name: domains.name })
        .from(domains)
        .where(eq(domains.customerId, sql.placeholder("customerId"))),
      "domain_names",
    ),
  );

/** A row for each account that the customer has, or one without. */
const accountRows = (db: Database) =>
  hot(db, "account_rows", (prepare) =>
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
          named: {
            id: customers.id,
            name: customers.name,
            firstName: customers.firstName,
            lastName: customers.lastName,
            externalId: customers.externalId,
            internalIdentifier: customers.internalIdentifier,
            taxId: customers.taxId,
            email: customers.email,
          },
          reseller: resellers.sortName,
          cloud: { id: providers.id, name: providers.name },
          // First what is never null: by it Drizzle tells whether there is an account.
          account: {
            data: providerAccounts.data,
            providerCustomerId: providerAccounts.providerCustomerId,
            agreement: providerAccounts.agreementStatus,
            state: providerAccounts.state,
          },
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
        .where(eq(customers.id, sql.placeholder("customerId")))
        .orderBy(asc(providers.name), asc(providers.id)),
      "account_rows",
    ),
  );

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>["execute"]>>[number];

function listingOf(first: AccountRow, rows: readonly AccountRow[]): Listing {
  const { deletedAt, ...customer } = first.customer;
  const holds: Record<Attention, boolean> = {
    accounts_in_error: rows.some(({ account }) => account?.state === "error"),
    limit_near_plan: typeof first.limit === "number" && isNearPlan(first.limit, first.plan),
    capacity_over_allocated: first.isOver,
  };
  const places = rows.map(({ account }) => placeOfAgreement(account?.agreement ?? null)).filter((place) => place > 0);
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
