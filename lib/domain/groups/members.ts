import { type Writes, write } from "@/db/doors";
import { missing } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";

type Stores = Pick<Writes, "customers" | "groups">;

/** A customer and a group of the same reseller; 404 for the one or the other. */
async function pair({ customers, groups }: Stores, customerId: string, groupId: string): Promise<Customer> {
  const customer = present(await customers.byId(customerId));
  const group = await groups.byId(groupId);
  if (group?.resellerId !== customer.resellerId) throw missing("Cloud user group");
  return customer;
}

/** Within a transaction at hand; repeating changes nothing. */
export async function joinGroup(stores: Stores, customerId: string, groupId: string): Promise<Customer> {
  const customer = await pair(stores, customerId, groupId);
  await stores.groups.join(customer, groupId);
  return customer;
}

/** Within a transaction at hand; repeating changes nothing. */
export async function leaveGroup(stores: Stores, customerId: string, groupId: string): Promise<Customer> {
  const customer = await pair(stores, customerId, groupId);
  await stores.groups.leave(customerId, groupId);
  return customer;
}

export const addToGroup = (scope: Scope<"groups:write">, customerId: string, groupId: string) =>
  write(scope, "group.add_customer", (stores) => joinGroup(stores, customerId, groupId));

export const removeFromGroup = (scope: Scope<"groups:write">, customerId: string, groupId: string) =>
  write(scope, "group.remove_customer", (stores) => leaveGroup(stores, customerId, groupId));
