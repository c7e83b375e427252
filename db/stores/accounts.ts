import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, projects, providerAccounts, providers, resources } from "../schema";
import type { Changes, New } from "./changes";
import { hot } from "./hot";
import { atVersion, raised } from "./versions";
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

  /** The accounts of customers that were found before, deleted ones included; oldest first. */
  ofCustomers: async (customerIds: readonly string[]) =>
    db
      .select({ account: providerAccounts, provider: { name: providers.name, kind: providers.kind } })
      .from(providerAccounts)
      .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
      .where(and(visible(scope, providerAccounts), inArray(providerAccounts.customerId, [...customerIds])))
      .orderBy(asc(providerAccounts.createdAt), asc(providerAccounts.id)),

  /** The one account that a customer can have at a provider. */
  at: async (customerId: string, providerId: string) =>
    (
      await db
        .select({ account: providerAccounts, provider: { name: providers.name, kind: providers.kind } })
        .from(providerAccounts)
        .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
        .where(
          and(
            visible(scope, providerAccounts),
            eq(providerAccounts.customerId, customerId),
            eq(providerAccounts.providerId, providerId),
          ),
        )
    ).at(0),

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

export type AccountValues = Omit<
  Partial<New<"provider_account">>,
  "id" | "cspId" | "resellerId" | "customerId" | "providerId" | "createdAt" | "version"
>;

export const accountWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...accountReads(db, scope),

  /** Undefined where the customer has an account at that provider. */
  add: (row: New<"provider_account">) => changes.insertIfNew("provider_account", row),

  /** Undefined where the account is not there, or no longer at `version`. */
  change: async (id: string, values: AccountValues & { modifiedAt: Date }, version?: number) =>
    (
      await changes.update(
        "provider_account",
        and(visible(scope, providerAccounts), eq(providerAccounts.id, id), atVersion(providerAccounts, version)),
        { ...values, ...raised(providerAccounts) },
      )
    ).at(0),

  remove: async (id: string, version?: number) =>
    (
      await changes.remove(
        "provider_account",
        and(visible(scope, providerAccounts), eq(providerAccounts.id, id), atVersion(providerAccounts, version)),
      )
    ).at(0),
});
