import { type Provider, read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";

export type { Provider };

/** The providers open to the CSP of the caller. */
export const listOpenProviders = (scope: Scope<"providers:read">): Promise<Provider[]> =>
  read(scope, ({ providers }) => providers.open());

/** The providers that a customer, found before, may use. */
export const listProvidersAllowedTo = (scope: AnyScope, customerId: string): Promise<Provider[]> =>
  read(scope, ({ providers }) => providers.allowedTo(customerId));

/** Every provider open to the CSP, with what a customer that was found before has there. */
export const providersFor = (scope: AnyScope, customerId: string) =>
  read(scope, async ({ accounts, providers }) => {
    const allowed = new Set((await providers.allowedTo(customerId)).map(({ id }) => id));
    const at = new Set((await accounts.ofCustomers([customerId])).map(({ account }) => account.providerId));
    return (await providers.open()).map((provider) => ({
      ...provider,
      allowed: allowed.has(provider.id),
      account: at.has(provider.id),
    }));
  });
