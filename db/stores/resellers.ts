import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { resellers } from "../schema";
import type { Changes } from "./changes";
import { visible } from "./visible";

const table = { cspId: resellers.cspId, resellerId: resellers.id };

export const resellerReads = (db: Database, scope: AnyScope) => ({
  /** A reseller of the scope's CSP; a reseller's own scope sees itself alone. */
  byId: async (id: string) =>
    (
      await db
        .select()
        .from(resellers)
        .where(and(visible(scope, table), eq(resellers.id, id)))
    ).at(0),

  /** Whoever sells to the CSP's direct customers: the CSP's own reseller. */
  house: async () =>
    (
      await db
        .select()
        .from(resellers)
        .where(and(visible(scope, table), eq(resellers.isHouse, true)))
    ).at(0),

  list: async () =>
    db.select().from(resellers).where(visible(scope, table)).orderBy(asc(resellers.sortName), asc(resellers.id)),
});

export const resellerWrites = (db: Database, scope: AnyScope, _changes: Changes) => ({ ...resellerReads(db, scope) });
