import { and, asc, desc, eq, getTableColumns, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { countryCodes, countryName } from "../../lib/core/countries";
import type { AgreementStatus, ListOrder } from "../../lib/core/lists";
import type { AnyScope } from "../../lib/core/scope";
import { sortKey } from "../../lib/core/text";
import { type Column, type Database, kit } from "../kit";
import { customerListings, customers, listStamps, providers, resellers, searchTerms } from "../schema";
import type { Row } from "./changes";
import { remembered } from "./counted";
import { hot } from "./hot";
import { agreementAt, placeOfAgreement, providerIdsIn } from "./listings";
import { type Asked, askedOf, beginning, matches } from "./search";
import { depthOf, pathValues, visible } from "./visible";

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

/** Matches of a search are counted up to here; fewer than this are sorted, more are met on a walk in order. */
export const COUNTED = 1000;

const l = customerListings;

/** How a column stands in a condition: bare, or so that no index is chosen for it. */
type Spelling = (column: Column) => SQL;
const plain: Spelling = (column) => sql`${column}`;

export const customerListReads = (db: Database, scope: AnyScope) => {
  const depth = depthOf(scope);

  const own = (spelled: Spelling, deleted: boolean) =>
    and(
      eq(spelled(l.cspId), scope.cspId),
      scope.resellerId ? eq(spelled(l.resellerId), scope.resellerId) : undefined,
      scope.customerId ? eq(spelled(l.customerId), scope.customerId) : undefined,
      eq(spelled(l.deleted), sql.param(deleted, l.deleted)),
    );

  const chosen = (filter: ListFilter, spelled: Spelling, except?: Facet): SQL | undefined => {
    const given: ListFilter = except ? { ...filter, [except]: undefined } : filter;
    const { statuses, countries, resellerIds, providerIds, agreements } = given;
    const names = countries?.map((code) => sortKey(countryName(code)));
    const places = agreements?.map((status) => placeOfAgreement(status === "none" ? null : status));
    return and(
      statuses && inArray(spelled(l.status), [...statuses]),
      names && inArray(spelled(l.country), names),
      resellerIds && inArray(spelled(l.resellerId), [...resellerIds]),
      places && inArray(spelled(l.agreement), places),
      providerIds &&
        or(...providerIds.map((id) => (id === "none" ? eq(l.providers, "") : like(l.providers, `%${id}%`)))),
    );
  };

  /** Terms that begin so: more than one may be of the same customer. */
  const having = (from: string) =>
    db
      .select({ id: searchTerms.customerId })
      .from(searchTerms)
      .where(and(visible(scope, searchTerms), beginning(from)));

  const matched = (asked: readonly Asked[]) => and(...asked.map((one) => matches(db, one, l.customerId)));

  const stamp = async (): Promise<number> => {
    const query = hot(db, `list_stamp_${depth}`, (prepare) =>
      prepare(
        db
          .select({ n: sql<number>`coalesce(sum(${listStamps.n}), 0)`.mapWith(Number) })
          .from(listStamps)
          .where(
            and(
              eq(listStamps.cspId, sql.placeholder("cspId")),
              depth === "csp" ? undefined : eq(listStamps.resellerId, sql.placeholder("resellerId")),
            ),
          ),
        `list_stamp_${depth}`,
      ),
    );
    return (await query.execute(pathValues(scope))).at(0)?.n ?? 0;
  };
  const path = [scope.cspId, scope.resellerId, scope.customerId];

  /** How many terms begin so, up to one more than are counted. */
  const size = (from: string): Promise<number> =>
    remembered(stamp, ["terms", ...path, from], async () => {
      const some = having(from)
        .limit(COUNTED + 1)
        .as("some");
      return (await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some)).at(0)?.n ?? 0;
    });

  /** A search starts from the terms of its rarest word; the other words are looked up customer by customer. */
  async function plan(q: string | undefined): Promise<{ first: string | undefined; rest: Asked[]; all: Asked[] }> {
    const all = askedOf(q ?? "");
    const simple = all.filter(({ parts }) => parts.length === 0);
    const sizes = simple.length > 1 ? await Promise.all(simple.map(({ whole }) => size(whole))) : [0];
    const first = simple[sizes.indexOf(Math.min(...sizes))];
    return { first: first?.whole, rest: all.filter((asked) => asked !== first), all };
  }

  /** All that match; of a search no more than `COUNTED` + 1. */
  const count = (filter: ListFilter): Promise<number> =>
    remembered(stamp, ["total", ...path, filter], async () => {
      const deleted = filter.deleted ?? false;
      const { first, rest } = await plan(filter.q);
      const n = { n: sql<number>`count(*)`.mapWith(Number) };
      if (first === undefined) {
        const some = db
          .select({ id: l.customerId })
          .from(l)
          .where(and(own(plain, deleted), chosen(filter, plain), matched(rest)));
        const found = (rest.length > 0 ? some.limit(COUNTED + 1) : some).as("found");
        return (await db.select(n).from(found)).at(0)?.n ?? 0;
      }
      // A cross join is made in the order in which it is written: each term leads to one listing.
      const found = db
        .selectDistinct({ id: searchTerms.customerId })
        .from(searchTerms)
        .crossJoin(l)
        .where(
          and(
            visible(scope, searchTerms),
            beginning(first),
            eq(l.customerId, searchTerms.customerId),
            own(kit.unindexed, deleted),
            chosen(filter, kit.unindexed),
            matched(rest),
          ),
        )
        .limit(COUNTED + 1)
        .as("found");
      return (await db.select(n).from(found)).at(0)?.n ?? 0;
    });

  /** How many have each value of `facet` where everything else that is asked for holds. */
  const facet = (facet: Facet, filter: ListFilter): Promise<{ value: string; n: number }[]> =>
    remembered(stamp, [facet, ...path, { ...filter, [facet]: undefined }], async () => {
      const { first, rest } = await plan(filter.q);
      const { column, valueIn } = facets[facet];
      const rows = await db
        .select({ key: sql<string | number>`${column}`, n: sql<number>`count(*)`.mapWith(Number) })
        .from(l)
        .where(
          and(
            first === undefined ? undefined : inArray(l.customerId, having(first)),
            own(first === undefined ? plain : kit.unindexed, filter.deleted ?? false),
            chosen(filter, kit.unindexed, facet),
            matched(rest),
          ),
        )
        .groupBy(column)
        .orderBy(desc(sql`count(*)`), asc(column));
      return rows.map(({ key, n }) => ({ value: valueIn(key), n }));
    });

  /** The next `limit` customers after `place`, or the ones before it, nearest first. */
  async function page(
    filter: ListFilter,
    order: { by: ListOrder; descending: boolean },
    { place, back = false, limit }: { place?: ListPlace | undefined; back?: boolean; limit: number },
  ) {
    const { first, rest, all } = await plan(filter.q);
    // Of many matches some are met soon on a walk in order; few are found by what is asked for, and then sorted.
    const walks = (all.length === 0 && chosen(filter, plain) === undefined) || (await count(filter)) > COUNTED;
    const found =
      walks || first === undefined ? matched(all) : and(inArray(l.customerId, having(first)), matched(rest));
    const column = order.by === "deletedAt" ? customers.deletedAt : l[order.by];
    const spelled = walks ? plain : kit.unindexed;
    const falling = order.descending !== back;
    const direction = falling ? desc : asc;
    const beyond =
      place &&
      sql`(${spelled(column)}, ${spelled(l.customerId)}) ${sql.raw(falling ? "<" : ">")} (${sql.param(place.key, column)}, ${place.id})`;
    const rows = await db
      .select({ listing: l, customer: shown, resellerName: resellers.name, isHouse: resellers.isHouse })
      .from(l)
      .innerJoin(customers, eq(customers.id, l.customerId))
      .innerJoin(resellers, eq(resellers.id, l.resellerId))
      .where(
        and(
          own(walks || all.length === 0 ? plain : kit.unindexed, filter.deleted ?? false),
          chosen(filter, walks ? kit.unindexed : plain),
          found,
          beyond,
        ),
      )
      .orderBy(direction(spelled(column)), direction(spelled(l.customerId)))
      .limit(limit);
    return rows.map(({ listing, ...row }) => ({
      ...row,
      // Deleted customers have it, and nobody else is ordered by it.
      key: order.by === "deletedAt" ? (row.customer.deletedAt as Date) : listing[order.by],
      servers: listing.servers,
      agreement: agreementAt(listing.agreement),
      providerIds: providerIdsIn(listing.providers),
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

const codes = new Map(countryCodes.map((code) => [sortKey(countryName(code)), code]));

/** Each by a column that an index of the listings ends with, and what its values stand for. */
const facets: Record<Facet, { column: Column; valueIn: (key: string | number) => string }> = {
  statuses: { column: l.status, valueIn: String },
  countries: { column: l.country, valueIn: (name) => codes.get(String(name)) ?? "" },
  resellerIds: { column: l.resellerId, valueIn: String },
  providerIds: { column: l.providers, valueIn: (key) => providerIdsIn(String(key)).join(",") },
  agreements: { column: l.agreement, valueIn: (place) => agreementAt(Number(place)) ?? "none" },
};

/** Free-form JSON is read with one customer, not with a list. */
const { externalMetadata: _metadata, profile: _profile, ...shown } = getTableColumns(customers);
