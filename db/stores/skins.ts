import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { resellers, skins } from "../schema";
import type { Changes, New } from "./changes";
import { atVersion, raised } from "./versions";
import { visible } from "./visible";

export const skinReads = (db: Database, scope: AnyScope) => {
  const found = (id?: string) =>
    db
      .select({ skin: skins, resellerName: resellers.name })
      .from(skins)
      .innerJoin(resellers, eq(resellers.id, skins.resellerId))
      .where(and(visible(scope, skins), id === undefined ? undefined : eq(skins.id, id)))
      .orderBy(asc(skins.name), asc(skins.id));

  return {
    /** By name, each with its reseller. */
    list: async () => found(),
    byId: async (id: string) => (await found(id)).at(0),
    named: async (resellerId: string, name: string) =>
      (
        await db
          .select({ id: skins.id })
          .from(skins)
          .where(and(visible(scope, skins), eq(skins.resellerId, resellerId), eq(skins.name, name)))
      ).at(0),
  };
};

export const skinWrites = (db: Database, scope: AnyScope, changes: Changes) => {
  const at = (id: string, version: number | undefined) =>
    and(visible(scope, skins), eq(skins.id, id), atVersion(skins, version));
  return {
    named: skinReads(db, scope).named,
    /** Kept from other writers until the transaction ends. */
    held: async (id: string) => (await kit.locked(db.select().from(skins).where(at(id, undefined)))).at(0),
    /** Whoever else names a skin of the reseller waits until the transaction ends. */
    naming: (resellerId: string) => kit.lockName(db, `skins ${resellerId}`),
    /** Undefined where the reseller has a skin of that name. */
    add: (skin: Omit<New<"skin">, "cspId">) => changes.insertIfNew("skin", { ...skin, cspId: scope.cspId }),
    /** Undefined where it is not there, or no longer at `version`. */
    change: async (id: string, values: Partial<New<"skin">>, version?: number) =>
      (await changes.update("skin", at(id, version), { ...values, ...raised(skins) })).at(0),
    remove: async (id: string, version?: number) => (await changes.remove("skin", at(id, version))).at(0),
  };
};
