import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyScope, Role, TenantPath } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { resellers, users } from "../schema";
import type { Changes, New, Row } from "./changes";
import { atVersion, raised } from "./versions";
import { visible } from "./visible";

/** Below a customer there are no users, though its path leads through a reseller that has some. */
const seen = (scope: TenantPath): SQL | undefined =>
  scope.customerId ? sql`1 = 0` : visible(scope, { cspId: users.cspId, resellerId: users.resellerId });

export const userReads = (db: Database, scope: AnyScope) => ({
  /** With the name of the reseller; null for the CSP's own. */
  list: async () =>
    db
      .select({ user: users, resellerName: resellers.name })
      .from(users)
      .leftJoin(resellers, and(eq(resellers.cspId, users.cspId), eq(resellers.id, users.resellerId)))
      .where(seen(scope))
      .orderBy(asc(users.email)),

  byId: async (id: string): Promise<Row<"user"> | undefined> =>
    (
      await db
        .select()
        .from(users)
        .where(and(seen(scope), eq(users.id, id)))
    ).at(0),

  /** Whoever acts, wherever its scope is confined to; undefined for a key. */
  self: async (): Promise<Row<"user"> | undefined> =>
    (
      await db
        .select()
        .from(users)
        .where(and(eq(users.cspId, scope.cspId), eq(users.id, scope.actor.id)))
    ).at(0),
});

export const userWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...userReads(db, scope),

  /** As `byId`; whoever else changes a user of the tenant waits until the transaction ends. */
  held: async (id: string): Promise<Row<"user"> | undefined> => {
    const { byId } = userReads(db, scope);
    const user = await byId(id);
    if (!user) return undefined;
    await kit.lockName(db, `users ${user.cspId} ${user.resellerId ?? ""}`);
    return byId(id);
  },

  /** Undefined where the e-mail address is taken, by whomever. */
  add: (row: Omit<New<"user">, "cspId">) => changes.insertIfNew("user", { ...row, cspId: scope.cspId }),

  /** Undefined where the user is not there, or no longer at `version`. */
  change: async (id: string, values: Partial<New<"user">>, version?: number): Promise<Row<"user"> | undefined> =>
    (
      await changes.update("user", and(seen(scope), eq(users.id, id), atVersion(users, version)), {
        ...values,
        ...raised(users),
      })
    ).at(0),

  /** Changes whoever acts, unless its password is another one than `passwordHash` by now. */
  changeSelf: async (passwordHash: string, values: Partial<New<"user">>): Promise<Row<"user"> | undefined> =>
    (
      await changes.update(
        "user",
        and(eq(users.cspId, scope.cspId), eq(users.id, scope.actor.id), eq(users.passwordHash, passwordHash)),
        values,
      )
    ).at(0),

  /** The ids of a tenant's active users of that role. */
  activeOf: async ({ cspId, resellerId }: Pick<Row<"user">, "cspId" | "resellerId">, role: Role) =>
    (
      await db
        .select({ id: users.id })
        .from(users)
        .where(
          and(
            eq(users.cspId, cspId),
            resellerId === null ? isNull(users.resellerId) : eq(users.resellerId, resellerId),
            eq(users.role, role),
            eq(users.active, true),
          ),
        )
    ).map(({ id }) => id),
});
