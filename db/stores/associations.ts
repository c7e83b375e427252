import { and, asc, eq, inArray } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { associations } from "../schema";
import type { Changes, New } from "./changes";
import { visible } from "./visible";

export const associationReads = (db: Database, scope: AnyScope) => ({
  /** The partners of customers that were found before. */
  ofCustomers: async (customerIds: readonly string[]) =>
    db
      .select()
      .from(associations)
      .where(and(visible(scope, associations), inArray(associations.customerId, [...customerIds])))
      .orderBy(asc(associations.customerId), asc(associations.partnerId)),
});

export const associationWrites = (db: Database, scope: AnyScope, changes: Changes) => {
  const one = (customerId: string, partnerId: string) =>
    and(visible(scope, associations), eq(associations.customerId, customerId), eq(associations.partnerId, partnerId));
  return {
    ...associationReads(db, scope),
    add: (row: New<"association">) => changes.insert("association", row),
    rename: (customerId: string, partnerId: string, name: string) =>
      changes.update("association", one(customerId, partnerId), { name }),
    remove: (customerId: string, partnerId: string) => changes.remove("association", one(customerId, partnerId)),
  };
};
