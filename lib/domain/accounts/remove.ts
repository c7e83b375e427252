import { write } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import type { Account } from "./account";
import type { AccountPlace } from "./update";

/** Takes the account from the platform, not from the provider. 412 where `version` is no longer the one at hand. */
export const removeAccount = (
  scope: Scope<"accounts:write">,
  { customerId, providerId }: AccountPlace,
  version?: number,
): Promise<Account> =>
  write(scope, "account.remove", async ({ accounts, customers }) => {
    present(await customers.held(customerId));
    const { account } = present(await accounts.at(customerId, providerId), "Provider account");
    const removed = await accounts.remove(account.id, version);
    if (!removed) throw stale(account.version);
    return removed;
  });
