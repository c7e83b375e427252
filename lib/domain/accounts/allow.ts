import { write } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { checkVersion } from "../collections/version";
import { present } from "../customers/customer";
import type { AccountPlace } from "./update";

/**
 * Lets the customer use a provider that is open to the CSP; nothing changes where it may already. 412 where `version` is
 * no longer the one of the customer's providers.
 */
export const allowProvider = (
  scope: Scope<"accounts:write">,
  { customerId, providerId }: AccountPlace,
  now: Date,
  version?: number,
): Promise<void> =>
  write(scope, "provider.allow", async ({ collections, customers, providers }) => {
    const { cspId, resellerId } = present(await customers.held(customerId));
    await checkVersion({ collections }, customerId, "allowed_provider", version);
    if (!(await providers.byId(providerId))) throw invalid(["providerId"], "is not a provider open to this portal");
    await providers.allow({ cspId, resellerId, customerId, providerId, createdAt: now });
  });

/** 409 as long as the customer has an account there, 412 as above. */
export const disallowProvider = (
  scope: Scope<"accounts:write">,
  { customerId, providerId }: AccountPlace,
  version?: number,
): Promise<void> =>
  write(scope, "provider.disallow", async ({ accounts, collections, customers, providers }) => {
    present(await customers.held(customerId));
    await checkVersion({ collections }, customerId, "allowed_provider", version);
    if (await accounts.at(customerId, providerId)) {
      throw new Problem("resource.conflict", {
        detail: "The customer has an account at that provider; remove the account first",
      });
    }
    await providers.disallow(customerId, providerId);
  });
