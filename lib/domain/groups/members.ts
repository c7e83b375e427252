import { type Writes, write } from "@/db/doors";
import { missing } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { checkVersion } from "../collections/version";
import { type Customer, present } from "../customers/customer";

type Stores = Pick<Writes, "collections" | "customers" | "groups">;

/** A customer and a group of the same reseller; 404 for the one or the other, 412 as `checkVersion` says. */
async function pair(stores: Stores, customerId: string, groupId: string, version?: number): Promise<Customer> {
  const customer = present(await stores.customers.held(customerId));
  const group = await stores.groups.byId(groupId);
  if (group?.resellerId !== customer.resellerId) throw missing("Cloud user group");
  await checkVersion(stores, customerId, "group_member", version);
  return customer;
}

/** Within a transaction at hand; repeating changes nothing. */
export async function joinGroup(
  stores: Stores,
  customerId: string,
  groupId: string,
  version?: number,
): Promise<Customer> {
  const customer = await pair(stores, customerId, groupId, version);
  await stores.groups.join(customer, groupId);
  return customer;
}

/** Within a transaction at hand; repeating changes nothing. */
export async function leaveGroup(
  stores: Stores,
  customerId: string,
  groupId: string,
  version?: number,
): Promise<Customer> {
  const customer = await pair(stores, customerId, groupId, version);
  await stores.groups.leave(customerId, groupId);
  return customer;
}

export const addToGroup = (scope: Scope<"groups:write">, customerId: string, groupId: string, version?: number) =>
  write(scope, "group.add_customer", (stores) => joinGroup(stores, customerId, groupId, version));

export const removeFromGroup = (scope: Scope<"groups:write">, customerId: string, groupId: string, version?: number) =>
  write(scope, "group.remove_customer", (stores) => leaveGroup(stores, customerId, groupId, version));
