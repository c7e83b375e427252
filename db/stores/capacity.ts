import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { capacityEntries } from "../schema";
import type { Changes, New, Row } from "./changes";
import { visible } from "./visible";

export type CapacitySide = Row<"capacity_entry">["side"];

/** As floating point, whose sum no number of entries can overflow. */
const sum = (side: CapacitySide) =>
  sql<number>`sum(case when ${capacityEntries.side} = ${side} then cast(${capacityEntries.amount} as double precision) else 0 end)`.mapWith(
    Number,
  );

/** The customers and unit types where more is consumed than available. */
export const overAllocated = (db: Database, where: SQL | undefined) =>
  db
    .select({
      customerId: capacityEntries.customerId,
      unitType: capacityEntries.unitType,
      consumed: sum("consumed").as("consumed"),
      available: sum("available").as("available"),
    })
    .from(capacityEntries)
    .where(where)
    .groupBy(capacityEntries.customerId, capacityEntries.unitType)
    .having(sql`${sum("consumed")} > ${sum("available")}`);

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
