import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { ListOrder } from "../../lib/core/lists";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { customerListings, customers, resellers } from "../schema";
import { hot } from "./hot";
import { chosen, type ListFilter, listed, plain, shows } from "./list-filter";
import { agreementAt, providerIdsIn } from "./listed";
import type { Matching } from "./matches";
import { followPlaces, type ListPlace } from "./places";
import type { Remember } from "./remembered";

/** So many are sorted to show some of them. Of more, some are met on a walk in order past no more listings than that. */
const FEW = 2000;
/** As `FEW`, of names that stand with the terms: no listing is looked up for them. */
const FEW_NAMES = 10_000;
/** A limit that is none: what is limited is found before it is ordered, so PostgreSQL does not walk the order's index. */
const ALL = 2 ** 31 - 1;

const l = customerListings;

export const listPages =
  (db: Database, scope: AnyScope, { count, where, along, namesOf }: Matching, remember: Remember) =>
  /** The next `limit` customers after `place`, or the ones before it, nearest first. */
  async (
    filter: ListFilter,
    { by, descending }: { by: ListOrder; descending: boolean },
    { place, back = false, limit }: { place?: ListPlace | undefined; back?: boolean; limit: number },
  ) => {
    const falling = descending !== back;
    const direction = falling ? desc : asc;
    const inOrder = [direction(l[by]), direction(l.customerId)];
    const beside = (
      row: [key: SQLWrapper, id: SQLWrapper],
      side: "<" | "<=" | ">" | ">=",
      { key, id }: ListPlace,
    ): SQL => sql`(${row[0]}, ${row[1]}) ${sql.raw(side)} (${sql.param(key, l[by])}, ${id})`;
    const beyond = (...row: [key: SQLWrapper, id: SQLWrapper]) => place && beside(row, falling ? "<" : ">", place);
    const walk = (where: SQL | undefined, most: number, skipped = 0) =>
      db
        .select({ key: l[by], id: l.customerId })
        .from(l)
        .where(where)
        .orderBy(...inOrder)
        .limit(most)
        .offset(skipped);

    const isWhole = filter.q === undefined && chosen(filter, plain) === undefined;
    const nearest = async (): Promise<ListPlace[]> => {
      const named = by === "name" ? await namesOf(filter) : undefined;
      if (isWhole || (await count(filter)) > (named ? FEW_NAMES : FEW)) {
        const own = and(listed(scope, plain, filter), beyond(l[by], l.customerId));
        const [end] = isWhole ? [] : await walk(own, 1, FEW);
        const upTo = end && beside([l[by], l.customerId], falling ? ">=" : "<=", end);
        const met = await walk(and(own, upTo, await along(filter)), limit);
        // Else those that match are at the far end of the order.
        if (met.length === limit || !end) return met;
      }
      const matched = named
        ? db.select({ key: named.name, id: named.id }).from(named).where(beyond(named.name, named.id)).as("matched")
        : db
            .select({ key: l[by], id: l.customerId })
            .from(l)
            .where(and(await where(filter), beyond(kit.unindexed(l[by]), kit.unindexed(l.customerId))))
            .limit(ALL)
            .as("matched");
      return db
        .select({ key: matched.key, id: matched.id })
        .from(matched)
        .orderBy(...[matched.key, matched.id].map(direction))
        .limit(limit);
    };
    // What is typed, many ask for.
    if (isWhole || place || by === "lastActivityAt") return rowsAt(db, await nearest());
    const isShown = shows(filter);
    const first = await remember<readonly ListPlace[]>(
      ["first", filter, by, falling, limit],
      nearest,
      (places, changes) => followPlaces(places, changes, isShown, { by, falling, limit }),
    );
    return rowsAt(db, first);
  };

/** What a list shows of the customers at these places. */
async function rowsAt(db: Database, places: readonly ListPlace[]) {
  const rows = await listRows(db).execute({ ids: JSON.stringify(places.map(({ id }) => id)) });
  const found = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ key, id }) => {
    const row = found.get(id);
    if (!row) return [];
    const { resellerName, isHouse, servers } = row;
    const its = { agreement: agreementAt(row.agreement), providerIds: providerIdsIn(row.providers) };
    return [{ customer: row as Shown, key, resellerName, isHouse, servers, ...its }];
  });
}

/** Of a customer in a list; a copy of the row without the rest of it would cost a tenth of the list. */
type Shown = Pick<typeof customers.$inferSelect, keyof typeof shown>;

const listRows = (db: Database) =>
  hot(db, "list_rows", (prepare) =>
    prepare(
      db
        .select({
          ...shown,
          resellerName: resellers.name,
          isHouse: resellers.isHouse,
          servers: l.servers,
          agreement: l.agreement,
          providers: l.providers,
        })
        .from(l)
        .innerJoin(customers, eq(customers.id, l.customerId))
        .innerJoin(resellers, eq(resellers.id, l.resellerId))
        .where(kit.among(l.customerId, "ids")),
      "list_rows",
    ),
  );

/** What a list shows or exports: half of a customer's columns, at half the price. */
const shown = {
  id: customers.id,
  resellerId: customers.resellerId,
  name: customers.name,
  status: customers.status,
  admin: customers.admin,
  externalId: customers.externalId,
  internalIdentifier: customers.internalIdentifier,
  taxId: customers.taxId,
  addressLine1: customers.addressLine1,
  addressLine2: customers.addressLine2,
  city: customers.city,
  state: customers.state,
  zip: customers.zip,
  country: customers.country,
  firstName: customers.firstName,
  middleName: customers.middleName,
  lastName: customers.lastName,
  email: customers.email,
  phone: customers.phone,
  phoneExtension: customers.phoneExtension,
  language: customers.language,
  description: customers.description,
  createdAt: customers.createdAt,
  lastActivityAt: customers.lastActivityAt,
  deletedAt: customers.deletedAt,
  version: customers.version,
};
