import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { ViewPage } from "../../lib/core/lists";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { apiKeys, savedViews, users } from "../schema";
import type { Changes, New } from "./changes";
import { atVersion, raised } from "./versions";

export const viewReads = (db: Database, scope: AnyScope) => {
  const own = eq(savedViews.ownerId, scope.actor.id);
  /** A view is shared with those who stand where its owner stands, not with everybody below. */
  const team = and(
    eq(savedViews.shared, true),
    scope.resellerId ? eq(savedViews.resellerId, scope.resellerId) : isNull(savedViews.resellerId),
  );
  const found = (id?: string, page?: ViewPage) =>
    db
      .select({ view: savedViews, user: users.name, key: apiKeys.name })
      .from(savedViews)
      .leftJoin(users, eq(users.id, savedViews.ownerId))
      .leftJoin(apiKeys, eq(apiKeys.id, savedViews.ownerId))
      .where(
        and(
          eq(savedViews.cspId, scope.cspId),
          or(own, team),
          id === undefined ? undefined : eq(savedViews.id, id),
          page === undefined ? undefined : eq(savedViews.page, page),
        ),
      )
      .orderBy(asc(savedViews.createdAt), asc(savedViews.id));

  return {
    /** The caller's own views and those shared with it, oldest first. */
    list: async (page: ViewPage | undefined) => found(undefined, page),
    byId: async (id: string) => (await found(id)).at(0),
  };
};

export const viewWrites = (db: Database, scope: AnyScope, changes: Changes) => {
  const own = (id: string, version: number | undefined) =>
    and(
      eq(savedViews.cspId, scope.cspId),
      eq(savedViews.ownerId, scope.actor.id),
      eq(savedViews.id, id),
      atVersion(savedViews, version),
    );
  return {
    ...viewReads(db, scope),
    add: (view: Omit<New<"saved_view">, "cspId" | "resellerId" | "ownerId">) =>
      changes.insert("saved_view", {
        ...view,
        cspId: scope.cspId,
        resellerId: scope.resellerId ?? null,
        ownerId: scope.actor.id,
      }),
    /** Undefined where it is not the caller's own, or no longer at `version`. */
    change: async (
      id: string,
      values: Partial<Pick<New<"saved_view">, "name" | "query" | "shared">>,
      version: number | undefined,
    ) =>
      (
        await changes.update("saved_view", own(id, version), {
          ...values,
          ...raised(savedViews),
        })
      ).at(0),
    remove: async (id: string, version: number | undefined) =>
      (await changes.remove("saved_view", own(id, version))).at(0),
  };
};
