import { type Facet, type ListFilter, type ListPlace, read } from "@/db/doors";
import { countryName } from "@/lib/core/countries";
import { fromCursor, type Position, toCursor } from "@/lib/core/cursor";
import { isUuid } from "@/lib/core/ids";
import type { ListOrder } from "@/lib/core/lists";
import { invalid } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { withActivity } from "./read";

type Reading = Scope<"customers:read">;

export interface CustomerOrder {
  by: ListOrder;
  descending: boolean;
}

export interface CustomerQuery extends ListFilter {
  order: CustomerOrder;
  cursor?: string | undefined;
  limit: number;
}

function sortable({ by }: CustomerOrder, { deleted }: ListFilter): void {
  if (by === "deletedAt" && !deleted) throw invalid(["sort"], "orders deleted customers only: ask for those");
}

/**
 * A page of the customers that match, with cursors to both sides. A cursor names the row that it continues from, so that
 * no row is met twice or missed while others come and go.
 */
export async function listCustomers(scope: Reading, { order, cursor, limit, ...filter }: CustomerQuery) {
  sortable(order, filter);
  const start = cursor === undefined ? undefined : placeOf(cursor, order);
  return read(scope, async (stores) => {
    const total = await stores.customerList.count(filter);
    const rows = await stores.customerList.page(filter, order, { ...start, limit: limit + 1 });
    const more = rows.length > limit;
    const kept = start?.back ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
    const items = await withProviders(stores, kept);
    const back = start?.back ?? false;
    const before = !back ? (start?.rank ?? 0) : more ? Math.max(0, start!.rank - items.length) : 0;
    const [first, last] = [kept.at(0), kept.at(-1)];
    return {
      items,
      total,
      /** How many come before the first of the page; as it was when the cursor was made. */
      before,
      previous: first && (back ? more : start) ? cursorTo(first, order, true, before) : null,
      next: last && (back || more) ? cursorTo(last, order, false, before + items.length) : null,
    };
  });
}

type Stores = Parameters<Parameters<typeof read>[1]>[0];
type Found = Awaited<ReturnType<Stores["customerList"]["page"]>>[number];

async function withProviders({ customerList }: Stores, rows: readonly Found[]) {
  const named = await customerList.providersNamed([...new Set(rows.flatMap(({ providerIds }) => providerIds))]);
  return rows.map(({ customer, ...row }) => ({
    ...row,
    customer: withActivity(customer),
    providers: named.filter(({ id }) => row.providerIds.includes(id)),
  }));
}

export type ListedCustomer = Awaited<ReturnType<typeof listCustomers>>["items"][number];

const sortOf = ({ by, descending }: CustomerOrder, back: boolean): string =>
  `${by} ${descending ? "down" : "up"} ${back ? "before" : "after"}`;

const cursorTo = ({ key, customer }: Found, order: CustomerOrder, back: boolean, rank: number): string =>
  toCursor({ sort: sortOf(order, back), key: key instanceof Date ? key.getTime() : key, id: customer.id, rank });

const notOurs = () => invalid(["cursor"], "is not a cursor of this list; start again without it", "format");

const INSTANT = 8.64e15;
const LARGEST = {
  ...{ servers: 2 ** 31 - 1, agreement: 2 ** 31 - 1 },
  ...{ createdAt: INSTANT, lastActivityAt: INSTANT, deletedAt: INSTANT },
};

function placeOf(cursor: string, order: CustomerOrder): { place: ListPlace; back: boolean; rank: number } {
  const { sort, key, id, rank } = fromCursor(cursor, sortOf(order, false), sortOf(order, true));
  if (!isUuid(id)) throw notOurs();
  return { place: { key: keyOf(order.by, key), id }, back: sort === sortOf(order, true), rank };
}

/** The sort value as the column has it. Nothing that was not made by `cursorTo` reaches the database. */
function keyOf(by: ListOrder, key: Position["key"]): string | number | Date {
  const largest = by in LARGEST ? LARGEST[by as keyof typeof LARGEST] : undefined;
  const fits = largest === undefined ? typeof key === "string" : typeof key === "number" && Math.abs(key) <= largest;
  if (!fits) throw notOurs();
  return largest === INSTANT ? new Date(key) : key;
}

const CHUNK = 500;

type WholeQuery = Omit<CustomerQuery, "cursor" | "limit">;

/** Everything that matches, in order and some hundred at a time; other requests get their turn in between. */
export function everyCustomer(scope: Reading, query: WholeQuery): AsyncGenerator<ListedCustomer[]> {
  sortable(query.order, query);
  return walk(scope, query);
}

async function* walk(scope: Reading, { order, ...filter }: WholeQuery): AsyncGenerator<ListedCustomer[]> {
  let place: ListPlace | undefined;
  for (;;) {
    const rows = await read(scope, async (stores) => {
      const found = await stores.customerList.page(filter, order, { place, limit: CHUNK });
      const last = found.at(-1);
      place = last && { key: last.key, id: last.customer.id };
      return withProviders(stores, found);
    });
    if (rows.length > 0) yield rows;
    if (rows.length < CHUNK) return;
    await new Promise(setImmediate);
  }
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/**
 * What can be filtered by, with how many customers each choice would show: every other filter holds, the facet's own does
 * not. The most frequent first.
 */
export const customerFacets = (scope: Reading, filter: ListFilter): Promise<Record<Facet, FacetValue[]>> =>
  read(scope, async ({ customerList, resellers, providers }) => {
    const tallies = await customerList.tallyAll(filter);
    const names = new Map((await resellers.list()).map(({ id, name }) => [id, name]));
    const clouds = new Map((await providers.open()).map(({ id, name }) => [id, name]));
    const facet = (name: Facet, labelOf: (value: string) => string): FacetValue[] =>
      [...tallies[name]]
        .map(([value, count]) => ({ value, label: value === "none" ? "None" : labelOf(value), count }))
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
    return {
      statuses: facet("statuses", String),
      countries: facet("countries", countryName),
      resellerIds: facet("resellerIds", (id) => names.get(id) ?? id),
      providerIds: facet("providerIds", (id) => clouds.get(id) ?? id),
      agreements: facet("agreements", String),
      attentions: facet("attentions", String),
    };
  });
