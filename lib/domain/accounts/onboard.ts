import { write } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { type Partner, setPartners } from "../associations/set";
import { addCustomer, type NewCustomer, resellerFor } from "../customers/create";
import type { Customer } from "../customers/customer";
import { addPlanned, type NewAccount, planAccounts } from "./add";

export interface Onboarding {
  customer: NewCustomer;
  accounts?: readonly NewAccount[] | undefined;
  partners?: readonly Partner[] | undefined;
}

/**
 * A new customer with its provider accounts and partners: all of it or nothing. Faults are named by paths into
 * `accounts` and `partners`.
 */
export const onboardCustomer = (
  scope: Scope<"customers:write" | "accounts:write">,
  { customer, accounts = [], partners = [] }: Onboarding,
  now: Date,
): Promise<Customer> =>
  write(scope, "customer.create", async (stores) => {
    const resellerId = await resellerFor(scope, stores, customer.resellerId);
    const plans = await planAccounts(stores, accounts, now);
    const made = await addCustomer(scope, stores, { ...customer, resellerId }, now);
    for (const plan of plans) await addPlanned(stores, made, plan, now);
    await setPartners(stores, made, partners);
    return made;
  });
