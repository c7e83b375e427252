import { and, asc, eq, inArray } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { sortKey } from "../../lib/core/text";
import type { Database } from "../kit";
import { resellers } from "../schema";
import type { Changes, New } from "./changes";
import { atVersion, raised } from "./versions";
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

  /** Which of these ids are resellers of the CSP: all that a reseller may know of its peers, to name one as a partner. */
  known: async (ids: readonly string[]): Promise<string[]> =>
    (
      await db
        .select({ id: resellers.id })
        .from(resellers)
        .where(and(eq(resellers.cspId, scope.cspId), inArray(resellers.id, [...ids])))
    ).map(({ id }) => id),

  list: async () =>
    db.select().from(resellers).where(visible(scope, table)).orderBy(asc(resellers.sortName), asc(resellers.id)),
});

export const resellerWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...resellerReads(db, scope),

  add: (row: Omit<New<"reseller">, "cspId" | "sortName">) =>
    changes.insert("reseller", { ...row, cspId: scope.cspId, sortName: sortKey(row.name) }),

  /** Undefined where it is not there, or no longer at `version`. */
  rename: async (id: string, name: string, modifiedAt: Date, version?: number) =>
    (
      await changes.update(
        "reseller",
        and(visible(scope, table), eq(resellers.id, id), atVersion(resellers, version)),
        { name, sortName: sortKey(name), modifiedAt, ...raised(resellers) },
      )
    ).at(0),
});
