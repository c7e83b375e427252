import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { capacityEntries } from "../schema";
import type { Changes, New, Row } from "./changes";
import { visible } from "./visible";

export type CapacitySide = Row<"capacity_entry">["side"];

export const capacityReads = (db: Database, scope: AnyScope) => ({
  /** In the order in which they were added. */
  ofCustomer: async (customerId: string) =>
    db
      .select()
      .from(capacityEntries)
      .where(and(visible(scope, capacityEntries), eq(capacityEntries.customerId, customerId)))
      .orderBy(asc(capacityEntries.createdAt), asc(capacityEntries.id)),
});

export const capacityWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...capacityReads(db, scope),

  add: (entry: New<"capacity_entry">) => changes.insert("capacity_entry", entry),

  /** Answers the entries that were there. */
  removeType: (customerId: string, side: CapacitySide, unitType: string) =>
    changes.remove(
      "capacity_entry",
      and(
        visible(scope, capacityEntries),
        eq(capacityEntries.customerId, customerId),
        eq(capacityEntries.side, side),
        eq(capacityEntries.unitType, unitType),
      ),
    ),
});
