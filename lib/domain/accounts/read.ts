import { read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";

/** Every provider account below the scope, with the name of its provider. */
export const listAccounts = (scope: Scope<"accounts:read">) => read(scope, ({ accounts }) => accounts.list());

/** Live servers by provider account, for a customer that was found in the same scope. */
export const liveServers = (scope: AnyScope, customerId: string) =>
  read(scope, ({ accounts }) => accounts.liveServers(customerId));
