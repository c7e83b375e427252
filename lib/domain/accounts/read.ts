import { read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";
import type { AccountAt } from "./account";

/** Every provider account below the scope, with the name of its provider. */
export const listAccounts = (scope: Scope<"accounts:read">) => read(scope, ({ accounts }) => accounts.list());

/** Live servers by provider account, for a customer that was found in the same scope. */
export const liveServers = (scope: AnyScope, customerId: string) =>
  read(scope, ({ accounts }) => accounts.liveServers(customerId));

/** The accounts and partners of customers that were found in the same scope, by customer. */
export async function belongingsOf(scope: AnyScope, customers: readonly Pick<Customer, "id">[]) {
  const ids = customers.map(({ id }) => id);
  const [accounts, partners] = await read(scope, (stores) =>
    Promise.all([stores.accounts.ofCustomers(ids), stores.associations.ofCustomers(ids)]),
  );
  const by = <T>(rows: readonly T[], customerOf: (row: T) => string): Map<string, T[]> => {
    const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
    for (const row of rows) groups.get(customerOf(row))?.push(row);
    return groups;
  };
  const accountsBy = by(accounts, ({ account }) => account.customerId);
  const partnersBy = by(partners, ({ customerId }) => customerId);
  return ({ id }: Pick<Customer, "id">) => ({
    accounts: accountsBy.get(id) ?? [],
    partners: partnersBy.get(id) ?? [],
  });
}

/** The accounts of one customer that was found before, with their providers. */
export const accountsOf = (scope: AnyScope, customerId: string): Promise<AccountAt[]> =>
  read(scope, ({ accounts }) => accounts.ofCustomers([customerId]));

/** The account of a customer that was found before; 404 where it has none at that provider. */
export const getAccount = async (scope: AnyScope, customerId: string, providerId: string): Promise<AccountAt> =>
  present(await read(scope, ({ accounts }) => accounts.at(customerId, providerId)), "Provider account");
