import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, projects, providerAccounts, providers, resources } from "../schema";
import type { Changes } from "./changes";
import { hot } from "./hot";
import { visible } from "./visible";

export const accountReads = (db: Database, scope: AnyScope) => ({
  /** Every provider account below the scope, with its provider's name, oldest first. */
  list: async () =>
    db
      .select({ account: providerAccounts, providerName: providers.name })
      .from(providerAccounts)
      .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
      .innerJoin(customers, eq(customers.id, providerAccounts.customerId))
      .where(and(visible(scope, providerAccounts), isNull(customers.deletedAt)))
      .orderBy(asc(providerAccounts.createdAt), asc(providerAccounts.id)),

  /**
   * The live servers of each of a customer's accounts: those of the projects that it owns at the account's provider.
   * An account without servers counts 0.
   */
  liveServers: async (customerId: string): Promise<{ accountId: string; servers: number }[]> =>
    hot(db, "account_live_servers", (prepare) =>
      prepare(
        db
          .select({ accountId: providerAccounts.id, servers: sql<number>`count(${resources.id})`.mapWith(Number) })
          .from(providerAccounts)
          .leftJoin(
            projects,
            and(
              eq(projects.customerId, providerAccounts.customerId),
              eq(projects.providerId, providerAccounts.providerId),
            ),
          )
          .leftJoin(
            resources,
            and(eq(resources.projectId, projects.id), eq(resources.kind, "servers"), isNull(resources.endedAt)),
          )
          .where(
            and(
              eq(providerAccounts.cspId, sql.placeholder("cspId")),
              eq(providerAccounts.customerId, sql.placeholder("customerId")),
            ),
          )
          .groupBy(providerAccounts.id)
          .orderBy(asc(providerAccounts.id)),
        "account_live_servers",
      ),
    ).execute({ cspId: scope.cspId, customerId }),
});

export const accountWrites = (db: Database, scope: AnyScope, _changes: Changes) => ({ ...accountReads(db, scope) });
