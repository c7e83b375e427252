import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { allowedProviders, cspProviders, providers } from "../schema";
import type { Changes, New } from "./changes";
import { visible } from "./visible";

export type Provider = typeof providers.$inferSelect;

export const providerReads = (db: Database, scope: AnyScope) => ({
  /** The providers open to the CSP. */
  open: async (): Promise<Provider[]> =>
    (
      await db
        .select({ provider: providers })
        .from(cspProviders)
        .innerJoin(providers, eq(providers.id, cspProviders.providerId))
        .where(eq(cspProviders.cspId, scope.cspId))
        .orderBy(asc(providers.createdAt), asc(providers.id))
    ).map(({ provider }) => provider),

  /** Undefined where it does not exist or is not open to the CSP. */
  byId: async (id: string): Promise<Provider | undefined> =>
    (
      await db
        .select({ provider: providers })
        .from(cspProviders)
        .innerJoin(providers, eq(providers.id, cspProviders.providerId))
        .where(and(eq(cspProviders.cspId, scope.cspId), eq(providers.id, id)))
    ).at(0)?.provider,

  /** The providers that a customer is allowed to use. */
  allowedTo: async (customerId: string): Promise<Provider[]> =>
    (
      await db
        .select({ provider: providers })
        .from(allowedProviders)
        .innerJoin(providers, eq(providers.id, allowedProviders.providerId))
        .where(and(eq(allowedProviders.cspId, scope.cspId), eq(allowedProviders.customerId, customerId)))
        .orderBy(asc(providers.createdAt), asc(providers.id))
    ).map(({ provider }) => provider),
});

export const providerWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...providerReads(db, scope),

  /** Undefined where the customer may use the provider already. */
  allow: (row: New<"allowed_provider">) => changes.insertIfNew("allowed_provider", row),

  /** Undefined where the customer was not allowed to use it. */
  disallow: async (customerId: string, providerId: string) =>
    (
      await changes.remove(
        "allowed_provider",
        and(
          visible(scope, allowedProviders),
          eq(allowedProviders.customerId, customerId),
          eq(allowedProviders.providerId, providerId),
        ),
      )
    ).at(0),
});
