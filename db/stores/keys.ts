import { and, count, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { apiKeys, customers, resellers } from "../schema";
import type { Changes, New, Row } from "./changes";
import { atVersion, raised } from "./versions";
import { visible } from "./visible";

export interface KeyFilter {
  resellerId?: string | undefined;
  customerId?: string | undefined;
}

export const keyReads = (db: Database, scope: AnyScope) => {
  /** A deleted customer's keys are gone as it is. */
  const found = (filter: KeyFilter & { id?: string }) =>
    db
      .select({ key: apiKeys, resellerName: resellers.name, customerName: customers.name })
      .from(apiKeys)
      .leftJoin(resellers, and(eq(resellers.cspId, apiKeys.cspId), eq(resellers.id, apiKeys.resellerId)))
      .leftJoin(customers, and(eq(customers.id, apiKeys.customerId), isNull(customers.deletedAt)))
      .where(
        and(
          visible(scope, apiKeys),
          or(isNull(apiKeys.customerId), isNotNull(customers.id)),
          filter.id === undefined ? undefined : eq(apiKeys.id, filter.id),
          filter.resellerId === undefined ? undefined : eq(apiKeys.resellerId, filter.resellerId),
          filter.customerId === undefined ? undefined : eq(apiKeys.customerId, filter.customerId),
        ),
      )
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));

  return {
    /** Newest first, with the names of whom they belong to. */
    list: async (filter: KeyFilter) => found(filter),
    byId: async (id: string) => (await found({ id })).at(0),

    /** How many keys of these customers open something at `now`. */
    countActive: async (customerIds: readonly string[], now: Date): Promise<number> => {
      const rows = await db
        .select({ n: count() })
        .from(apiKeys)
        .where(
          and(
            visible(scope, apiKeys),
            inArray(apiKeys.customerId, [...customerIds]),
            isNull(apiKeys.revokedAt),
            or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
          ),
        );
      return rows.at(0)?.n ?? 0;
    },
  };
};

/** A deleted customer's is not there. */
const whole = (db: Database, scope: AnyScope, id: string) =>
  db
    .select(getTableColumns(apiKeys))
    .from(apiKeys)
    .leftJoin(customers, and(eq(customers.id, apiKeys.customerId), isNull(customers.deletedAt)))
    .where(and(visible(scope, apiKeys), eq(apiKeys.id, id), or(isNull(apiKeys.customerId), isNotNull(customers.id))));

export const keyWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  /** Kept from other writers until the transaction ends. */
  held: async (id: string): Promise<Row<"api_key"> | undefined> =>
    (await kit.locked(whole(db, scope, id), apiKeys)).at(0),

  /** The key that acts. */
  self: async (): Promise<Row<"api_key"> | undefined> =>
    (await whole(db, { ...scope, resellerId: undefined, customerId: undefined }, scope.actor.id)).at(0),

  add: (row: Omit<New<"api_key">, "cspId">): Promise<Row<"api_key">> =>
    changes.insert("api_key", { ...row, cspId: scope.cspId }),

  /** Undefined where the key is not there, or no longer at `version`. */
  change: async (
    id: string,
    values: Partial<New<"api_key">>,
    version: number | undefined,
  ): Promise<Row<"api_key"> | undefined> =>
    (
      await changes.update("api_key", and(visible(scope, apiKeys), eq(apiKeys.id, id), atVersion(apiKeys, version)), {
        ...values,
        ...raised(apiKeys),
      })
    ).at(0),
});
