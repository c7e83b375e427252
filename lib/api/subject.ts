import { isUuid } from "../core/ids";
import { missing } from "../core/problem";
import type { Scope } from "../core/scope";
import { touchCustomer } from "../domain/activity/touch";
import type { Customer } from "../domain/customers/customer";
import { getCustomer } from "../domain/customers/read";

/** The customer that a path names: found before the body is looked at, and marked as active by a program's call. */
export const customerAt =
  <K extends string>(param: K) =>
  ({ scope, params, now }: { scope: Scope; params: Record<K, string>; now: Date }): Promise<Customer> =>
    activeCustomer(scope, params[param], now);

export async function activeCustomer(scope: Scope, id: string, now: Date): Promise<Customer> {
  if (!isUuid(id)) throw missing("Customer");
  // Whoever may change or delete a customer, or read what is its, may know that it is there.
  const customer = await getCustomer(scope as Scope<"customers:read">, id.toLowerCase());
  touchCustomer(scope.actor, customer.id, now);
  return customer;
}
