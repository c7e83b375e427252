import { write } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import type { AccountPlace } from "./update";

/** Lets the customer use a provider that is open to the CSP; nothing changes where it may already. */
export const allowProvider = (
  scope: Scope<"accounts:write">,
  { customerId, providerId }: AccountPlace,
  now: Date,
): Promise<void> =>
  write(scope, "provider.allow", async ({ customers, providers }) => {
    const { cspId, resellerId } = present(await customers.byId(customerId));
    if (!(await providers.byId(providerId))) throw invalid(["providerId"], "is not a provider open to this portal");
    await providers.allow({ cspId, resellerId, customerId, providerId, createdAt: now });
  });

/** 409 as long as the customer has an account there. */
export const disallowProvider = (
  scope: Scope<"accounts:write">,
  { customerId, providerId }: AccountPlace,
): Promise<void> =>
  write(scope, "provider.disallow", async ({ accounts, customers, providers }) => {
    present(await customers.byId(customerId));
    if (await accounts.at(customerId, providerId)) {
      throw new Problem("resource.conflict", {
        detail: "The customer has an account at that provider; remove the account first",
      });
    }
    await providers.disallow(customerId, providerId);
  });
