import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { ListOrder } from "../../lib/core/lists";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { customerListings, customers, resellers } from "../schema";
import { hot } from "./hot";
import { chosen, type ListFilter, listed, plain, type Spelling, shows } from "./list-filter";
import type { Change } from "./list-log";
import { agreementAt, providerIdsIn } from "./listed";
import type { Matching } from "./matches";
import type { Remember } from "./remembered";

export interface ListPlace {
  readonly key: string | number | Date;
  readonly id: string;
}

/** So many are sorted to show some of them. Of more, some are met on a walk in order past no more listings than that. */
const FEW = 2000;
/** A limit that is none: what is limited is found before it is ordered, so PostgreSQL does not walk the order's index. */
const ALL = 2 ** 31 - 1;

const l = customerListings;

export const listPages =
  (db: Database, scope: AnyScope, { count, where, along }: Matching, remember: Remember) =>
  /** The next `limit` customers after `place`, or the ones before it, nearest first. */
  async (
    filter: ListFilter,
    { by, descending }: { by: ListOrder; descending: boolean },
    { place, back = false, limit }: { place?: ListPlace | undefined; back?: boolean; limit: number },
  ) => {
    const falling = descending !== back;
    const direction = falling ? desc : asc;
    const inOrder = [direction(l[by]), direction(l.customerId)];
    const beside = (spelled: Spelling, side: "<" | "<=" | ">" | ">=", { key, id }: ListPlace): SQL =>
      sql`(${spelled(l[by])}, ${spelled(l.customerId)}) ${sql.raw(side)} (${sql.param(key, l[by])}, ${id})`;
    const beyond = (spelled: Spelling) => place && beside(spelled, falling ? "<" : ">", place);
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
      if (isWhole || (await count(filter)) > FEW) {
        const own = and(listed(scope, plain, filter), beyond(plain));
        const [end] = isWhole ? [] : await walk(own, 1, FEW);
        const upTo = end && beside(plain, falling ? ">=" : "<=", end);
        const met = await walk(and(own, upTo, await along(filter)), limit);
        // Else those that match are at the far end of the order.
        if (met.length === limit || !end) return met;
      }
      const matched = db
        .select({ key: l[by], id: l.customerId })
        .from(l)
        .where(and(await where(filter), beyond(kit.unindexed)))
        .limit(ALL)
        .as("matched");
      return db
        .select({ key: matched.key, id: matched.id })
        .from(matched)
        .orderBy(...[matched.key, matched.id].map(direction))
        .limit(limit);
    };
    // What is typed, many ask for. Activity alone is written without a stamp.
    const isShared = !isWhole && !place && by !== "lastActivityAt";
    const first = () => remember(["first", filter, by, falling, limit], nearest, untouched(filter));
    return rowsAt(db, await (isShared ? first() : nearest()));
  };

/** The same places, unless something happened to a customer that the list shows. */
const untouched = (filter: ListFilter) => (places: ListPlace[], changes: readonly Change[]) => {
  const isShown = shows(filter);
  return changes.some(({ before, after }) => isShown(before) || isShown(after)) ? undefined : places;
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
