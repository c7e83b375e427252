import { type Provider, read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";

export type { Provider };

/** The providers open to the CSP of the caller. */
export const listOpenProviders = (scope: Scope<"providers:read">): Promise<Provider[]> =>
  read(scope, ({ providers }) => providers.open());

/** The providers that a customer, found before, may use. */
export const listProvidersAllowedTo = (scope: AnyScope, customerId: string): Promise<Provider[]> =>
  read(scope, ({ providers }) => providers.allowedTo(customerId));
