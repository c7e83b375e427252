import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { allowedProviders, cspProviders, providers } from "../schema";

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
