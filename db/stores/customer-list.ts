import { and, asc, desc, eq, getTableColumns, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { countryName } from "../../lib/core/countries";
import type { AgreementStatus, ListOrder } from "../../lib/core/lists";
import type { AnyScope } from "../../lib/core/scope";
import { sortKey } from "../../lib/core/text";
import { type Column, type Database, kit } from "../kit";
import { customerListings, customers, listStamps, providers, resellers, searchTerms } from "../schema";
import type { Row } from "./changes";
import { remembered } from "./counted";
import { agreementAt, placeOfAgreement } from "./listings";
import { askedOf, beginning, matchesOne } from "./search";
import { visible } from "./visible";

/** Which customers: each list is "one of these", and all that is given must hold. */
export interface ListFilter {
  q?: string | undefined;
  statuses?: readonly Row<"customer">["status"][] | undefined;
  countries?: readonly string[] | undefined;
  resellerIds?: readonly string[] | undefined;
  providerIds?: readonly string[] | undefined;
  agreements?: readonly (AgreementStatus | "none")[] | undefined;
  deleted?: boolean | undefined;
}
export type Facet = "statuses" | "countries" | "resellerIds" | "providerIds" | "agreements";

export interface ListPlace {
  readonly key: string | number | Date;
  readonly id: string;
}

/** Matches of a search are counted up to here; words that fit fewer customers than this are looked up first. */
export const COUNTED = 1000;

const l = customerListings;
const listed = { cspId: l.cspId, id: l.customerId };

export const customerListReads = (db: Database, scope: AnyScope) => {
  /** The customers that have a term with this beginning. */
  const having = (from: string) =>
    db
      .select({ id: searchTerms.customerId })
      .from(searchTerms)
      .where(and(visible(scope, searchTerms), beginning(from)));

  const isRare = async (from: string): Promise<boolean> => (await having(from).limit(COUNTED + 1)).length <= COUNTED;

  /** Starts from the rarest words where there are such; else each listing on the way is asked for its terms. */
  async function searched(q: string | undefined): Promise<SQL | undefined> {
    const asked = askedOf(q ?? "");
    const rare = await Promise.all(asked.map(({ whole, parts }) => parts.length === 0 && isRare(whole)));
    const allCommon = asked.length > 1 && !rare.includes(true);
    return and(
      ...asked.map((one, i) =>
        rare[i] || (allCommon && one.parts.length === 0)
          ? inArray(l.customerId, having(one.whole))
          : matchesOne(db, one, listed),
      ),
    );
  }

  /** `column` leaves out or takes in the indexes of what is filtered by: see `walks`. */
  const filtered = (filter: ListFilter, column: (c: Column) => SQL | Column, except?: Facet): SQL | undefined => {
    const of = <K extends Facet>(name: K): ListFilter[K] => (name === except ? undefined : filter[name]);
    const among = (c: Column, values: readonly (string | number)[] | undefined) =>
      values && inArray(sql`${column(c)}`, [...values]);
    const ids = of("providerIds");
    return and(
      visible(scope, l),
      eq(l.deleted, filter.deleted ?? false),
      among(l.status, of("statuses")),
      among(
        l.country,
        of("countries")?.map((code) => sortKey(countryName(code))),
      ),
      among(l.resellerId, of("resellerIds")),
      among(
        l.agreement,
        of("agreements")?.map((status) => placeOfAgreement(status === "none" ? null : status)),
      ),
      ids && or(...ids.map((id) => (id === "none" ? eq(l.providerIds, "") : like(l.providerIds, `%${id}%`)))),
    );
  };
  const plain = (c: Column) => c;

  /** Changes whenever anything in the lists of this scope does. */
  const stamp = async (): Promise<number> =>
    (
      await db
        .select({ n: sql<number>`coalesce(sum(${listStamps.n}), 0)`.mapWith(Number) })
        .from(listStamps)
        .where(visible(scope, listStamps))
    ).at(0)?.n ?? 0;

  const path = [scope.cspId, scope.resellerId, scope.customerId];

  /** All that match; of a search no more than `COUNTED` + 1. */
  const count = (filter: ListFilter): Promise<number> =>
    remembered(stamp, ["total", ...path, filter], async () => {
      const where = and(filtered(filter, plain), await searched(filter.q));
      const found = db
        .select({ one: sql`1`.as("one") })
        .from(l)
        .where(where);
      const some = (filter.q ? found.limit(COUNTED + 1) : found).as("found");
      const rows = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some);
      return rows.at(0)?.n ?? 0;
    });

  /** How many have each value of `facet` where everything else that is asked for holds. */
  const facet = (facet: Facet, filter: ListFilter): Promise<{ value: string; n: number }[]> =>
    remembered(stamp, [facet, ...path, { ...filter, [facet]: undefined }], async () => {
      const value = facetColumns[facet];
      const rows = await db
        .select({ value: sql<string>`${value}`.mapWith(String), n: sql<number>`count(*)`.mapWith(Number) })
        .from(l)
        .where(and(filtered(filter, plain, facet), await searched(filter.q)))
        .groupBy(value)
        .orderBy(desc(sql`count(*)`), asc(value));
      return facet === "agreements"
        ? rows.map(({ value, n }) => ({ value: agreementAt(Number(value)) ?? "none", n }))
        : rows;
    });

  /** The next `limit` customers after `place`, or the ones before it, nearest first. */
  async function page(
    filter: ListFilter,
    order: { by: ListOrder; descending: boolean },
    { place, back = false, limit }: { place?: ListPlace | undefined; back?: boolean; limit: number },
  ) {
    // Few matches are found by what is filtered by and then sorted; many are met soon on a walk in order.
    const walks = (await count(filter)) > COUNTED;
    const column = l[order.by];
    const falling = order.descending !== back;
    const direction = falling ? desc : asc;
    const key = place && sql.param(place.key, column);
    const beyond = place && sql`(${column}, ${l.customerId}) ${falling ? sql`<` : sql`>`} (${key}, ${place.id})`;
    const rows = await db
      .select({ listing: l, customer: shown, resellerName: resellers.name, isHouse: resellers.isHouse })
      .from(l)
      .innerJoin(customers, eq(customers.id, l.customerId))
      .innerJoin(resellers, eq(resellers.id, l.resellerId))
      .where(and(filtered(filter, walks ? kit.unindexed : plain), await searched(filter.q), beyond))
      .orderBy(direction(column), direction(l.customerId))
      .limit(limit);
    return rows.map(({ listing, ...row }) => ({
      ...row,
      key: listing[order.by],
      servers: listing.servers,
      agreement: agreementAt(listing.agreement),
      providerIds: listing.providerIds.split(",").filter(Boolean),
    }));
  }

  const providersNamed = async (ids: readonly string[]) =>
    ids.length === 0
      ? []
      : db
          .select({ id: providers.id, name: providers.name, kind: providers.kind })
          .from(providers)
          .where(inArray(providers.id, [...ids]));

  /** Customers that have one of these terms, whole; with the domains that each is known to have among them. */
  const alike = async (terms: readonly string[], limit: number) =>
    db
      .selectDistinct({ customer: customers, term: searchTerms.term })
      .from(searchTerms)
      .innerJoin(customers, eq(customers.id, searchTerms.customerId))
      .where(
        and(visible(scope, searchTerms), inArray(searchTerms.term, [...terms]), sql`${customers.deletedAt} is null`),
      )
      .orderBy(asc(customers.sortName), asc(customers.id))
      .limit(limit);

  return { count, facet, page, providersNamed, alike };
};

const facetColumns = {
  statuses: l.status,
  countries: l.countryCode,
  resellerIds: l.resellerId,
  providerIds: l.providerIds,
  agreements: l.agreement,
} as const;

/** Free-form JSON is read with one customer, not with a list. */
const { externalMetadata: _metadata, profile: _profile, ...shown } = getTableColumns(customers);
