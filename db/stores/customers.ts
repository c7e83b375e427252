import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { fold, sortKey } from "../../lib/core/text";
import { type Database, kit } from "../kit";
import { customers, searchTerms } from "../schema";
import type { Changes, New, Row } from "./changes";
import { hot } from "./hot";
import { termsBelow } from "./search";
import { LONGEST } from "./terms";
import { atVersion, raised } from "./versions";
import { type Depth, depthOf, pathValues, visible, visibleAt } from "./visible";

const table = { cspId: customers.cspId, resellerId: customers.resellerId, customerId: customers.id };

export interface CustomerFilter {
  /** Exact, but for case. */
  name?: string | undefined;
  status?: Row<"customer">["status"] | undefined;
  resourceGroupId?: string | undefined;
}

const byCreation = [asc(customers.createdAt), asc(customers.id)];

export const customerReads = (db: Database, scope: AnyScope) => ({
  byId: async (id: string): Promise<Row<"customer"> | undefined> => {
    const depth = depthOf(scope);
    const query = hot(db, `customer_by_id_${depth}`, (prepare) =>
      prepare(
        db
          .select()
          .from(customers)
          .where(and(eq(customers.id, sql.placeholder("id")), visibleAt(depth, table), isNull(customers.deletedAt))),
        `customer_by_id_${depth}`,
      ),
    );
    return (await query.execute({ id, ...pathValues(scope) })).at(0);
  },

  byIds: async (ids: readonly string[]): Promise<Row<"customer">[]> =>
    db
      .select()
      .from(customers)
      .where(and(visible(scope, table), inArray(customers.id, [...ids]), isNull(customers.deletedAt))),

  /** Exactly that name; several customers may bear it. */
  byName: async (name: string) =>
    db
      .select()
      .from(customers)
      .where(
        and(
          visible(scope, table),
          eq(customers.foldedName, fold(name)),
          eq(customers.name, name),
          isNull(customers.deletedAt),
        ),
      )
      .orderBy(...byCreation),

  /** Ids alone: without a filter it is every customer's. */
  find: async ({ name, status, resourceGroupId }: CustomerFilter): Promise<string[]> =>
    (
      await db
        .select({ id: customers.id })
        .from(customers)
        .where(
          and(
            visible(scope, table),
            isNull(customers.deletedAt),
            name === undefined ? undefined : eq(customers.foldedName, fold(name)),
            status && eq(customers.status, status),
            resourceGroupId === undefined ? undefined : eq(customers.resourceGroupId, resourceGroupId),
          ),
        )
        .orderBy(...byCreation)
    ).map(({ id }) => id),

  /** Which skins the reseller's customers are given: each list of names, with how many customers have it. */
  skinned: async (resellerId: string): Promise<{ names: string[]; customers: number }[]> =>
    db
      .select({ names: customers.skinNames, customers: count() })
      .from(customers)
      .where(and(visible(scope, table), eq(customers.resellerId, resellerId), isNull(customers.deletedAt)))
      .groupBy(customers.skinNames),

  /** The reseller's own account. */
  adminOf: async (resellerId: string) =>
    (
      await db
        .select()
        .from(customers)
        .where(
          and(
            eq(customers.cspId, scope.cspId),
            eq(customers.resellerId, resellerId),
            eq(customers.admin, true),
            visible(scope, table),
          ),
        )
    ).at(0),

  /** The next `limit` customers in order of creation, after `place`. */
  chunk: async (place: { createdAt: Date; id: string } | undefined, limit: number): Promise<Row<"customer">[]> => {
    const depth = depthOf(scope);
    const values = { limit, ...pathValues(scope) };
    return place
      ? nextChunk(db, depth).execute({ ...values, createdAt: place.createdAt, id: place.id })
      : firstChunk(db, depth).execute(values);
  },

  /** Numbered pages, for surfaces whose vendor pages so. */
  page: async (offset: number, limit: number): Promise<Row<"customer">[]> => {
    const depth = depthOf(scope);
    const query = hot(db, `customer_page_${depth}`, (prepare) =>
      prepare(
        db
          .select()
          .from(customers)
          .where(and(visibleAt(depth, table), isNull(customers.deletedAt)))
          .orderBy(...byCreation)
          .limit(sql.placeholder("limit"))
          .offset(sql.placeholder("offset")),
        `customer_page_${depth}`,
      ),
    );
    return query.execute({ offset, limit, ...pathValues(scope) });
  },
});

const firstChunk = (db: Database, depth: Depth) =>
  hot(db, `customer_chunk_first_${depth}`, (prepare) =>
    prepare(
      db
        .select()
        .from(customers)
        .where(and(visibleAt(depth, table), isNull(customers.deletedAt)))
        .orderBy(...byCreation)
        .limit(sql.placeholder("limit")),
      `customer_chunk_first_${depth}`,
    ),
  );

const nextChunk = (db: Database, depth: Depth) =>
  hot(db, `customer_chunk_next_${depth}`, (prepare) =>
    prepare(
      db
        .select()
        .from(customers)
        .where(
          and(
            visibleAt(depth, table),
            isNull(customers.deletedAt),
            sql`(${customers.createdAt}, ${customers.id}) > (${sql.param(sql.placeholder("createdAt"), customers.createdAt)}, ${sql.placeholder("id")})`,
          ),
        )
        .orderBy(...byCreation)
        .limit(sql.placeholder("limit")),
      `customer_chunk_next_${depth}`,
    ),
  );

/** What a caller may say of a customer; keys, order and search columns are derived from it here. */
export type CustomerValues = Omit<Partial<New<"customer">>, "cspId" | "foldedName" | "sortName" | "version">;

const derived = (name: string | undefined) =>
  name === undefined ? {} : { foldedName: fold(name), sortName: sortKey(name) };

/** What is changed is looked up by `held` or `heldDeleted`, never by what others may be changing at that moment. */
export const customerWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  /** Undefined where the id is taken, by whomever. */
  add: (values: CustomerValues & { id: string; name: string; resellerId: string; createdAt: Date }) =>
    changes.insertIfNew("customer", {
      ...values,
      foldedName: fold(values.name),
      sortName: sortKey(values.name),
      cspId: scope.cspId,
      modifiedAt: values.createdAt,
    }),

  /** Kept from other writers until the transaction ends. */
  held: async (id: string): Promise<Row<"customer"> | undefined> =>
    (
      await kit.locked(
        db
          .select()
          .from(customers)
          .where(and(visible(scope, table), eq(customers.id, id), isNull(customers.deletedAt))),
      )
    ).at(0),

  heldDeleted: async (id: string): Promise<Row<"customer"> | undefined> =>
    (
      await kit.locked(
        db
          .select()
          .from(customers)
          .where(and(visible(scope, table), eq(customers.id, id), isNotNull(customers.deletedAt))),
      )
    ).at(0),

  /** One of those that have it; whoever else asks for the same waits until the transaction ends. */
  ofExternalId: async (externalId: string): Promise<string | undefined> => {
    await kit.lockName(db, `external id ${scope.cspId} ${externalId}`);
    const [found] = await db
      .select({ id: customers.id })
      .from(searchTerms)
      .innerJoin(customers, eq(customers.id, searchTerms.customerId))
      .where(
        and(
          termsBelow(db, scope, false),
          eq(searchTerms.term, fold(externalId).slice(0, LONGEST)),
          eq(customers.externalId, externalId),
        ),
      )
      .limit(1);
    return found?.id;
  },

  /** The instant alone, for a change to what belongs to the customer: no new version, and no entry of its own. */
  modified: async (id: string, modifiedAt: Date): Promise<void> => {
    await db
      .update(customers)
      .set({ modifiedAt })
      .where(and(visible(scope, table), eq(customers.id, id)));
  },

  /** Undefined where the customer is not there, or no longer at `version`. */
  change: async (id: string, values: CustomerValues & { modifiedAt: Date }, version?: number) => {
    const [row] = await changes.update(
      "customer",
      and(visible(scope, table), eq(customers.id, id), isNull(customers.deletedAt), atVersion(customers, version)),
      { ...values, ...derived(values.name), ...raised(customers) },
    );
    return row;
  },

  /** Undefined where there is no such deleted customer, or no longer at `version`. */
  restore: async (id: string, modifiedAt: Date, version?: number) => {
    const [row] = await changes.update(
      "customer",
      and(visible(scope, table), eq(customers.id, id), isNotNull(customers.deletedAt), atVersion(customers, version)),
      { deletedAt: null, modifiedAt, ...raised(customers) },
    );
    return row;
  },
});
