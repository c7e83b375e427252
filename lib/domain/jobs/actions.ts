import type { Writes } from "@/db/doors";
import type { Permission, Scope } from "@/lib/core/scope";
import { appendCapacity, dropCapacity, type NewCapacity } from "../capacity/write";
import { addCustomer, type NewCustomer } from "../customers/create";
import type { Customer, CustomerDetails, CustomerStatus } from "../customers/customer";
import { removeCustomer } from "../customers/remove";
import { changeCustomer } from "../customers/update";
import { dropDomain, releaseDomain, takeDomain } from "../domains/register";
import { joinGroup, leaveGroup } from "../groups/members";

/** Something that can be a job: one transaction about one customer. Its arguments are plain JSON and hold no secret. */
interface Action<P extends Permission, A extends object, R> {
  readonly needs: P;
  /** What the audit log calls it. */
  readonly audit: string;
  /** Done before the transaction; harmless to repeat. */
  readonly prepare?: (args: A) => Promise<unknown>;
  readonly run: (scope: Scope<P>, stores: Writes, args: A, now: Date) => Promise<Customer>;
  readonly result: (customer: Customer) => R;
}

export type AnyAction = Action<Permission, object, unknown>;

const action = <P extends Permission, A extends object, R = true>(
  needs: P,
  audit: string,
  run: Action<P, A, R>["run"],
  result: Action<P, A, R>["result"] = () => true as R,
  prepare?: Action<P, A, R>["prepare"],
): Action<P, A, R> => ({ needs, audit, run, result, ...(prepare && { prepare }) });

interface OfCustomer {
  customerId: string;
}
interface OfGroup extends OfCustomer {
  groupId: string;
}
interface OfDomain extends OfCustomer {
  /** As `domainName` spells it. */
  domain: string;
}
type Added = OfCustomer & Omit<NewCapacity, "side">;
type Removed = OfCustomer & Pick<NewCapacity, "unitType">;
type Side = NewCapacity["side"];

const adding = (side: Side) =>
  action("capacity:write", "capacity.add", (_, stores, { customerId, ...entry }: Added, now) =>
    appendCapacity(stores, customerId, { ...entry, side }, now),
  );

const removing = (side: Side) =>
  action("capacity:write", "capacity.remove", (_, stores, { customerId, unitType }: Removed) =>
    dropCapacity(stores, customerId, { side, unitType }),
  );

/** Every action by the name that its jobs bear. */
export const actions = {
  "customer.create": action(
    "customers:write",
    "customer.create",
    (scope, stores, details: NewCustomer, now) => addCustomer(scope, stores, details, now),
    ({ id }) => id,
  ),
  "customer.updateModelProperties": action(
    "customers:write",
    "customer.update",
    (_, stores, { customerId, details }: OfCustomer & { details: CustomerDetails }, now) =>
      changeCustomer(stores, customerId, details, now),
    ({ id }) => id,
  ),
  "customer.setStatus": action(
    "customers:write",
    "customer.set_status",
    (_, stores, { customerId, status }: OfCustomer & { status: CustomerStatus }, now) =>
      changeCustomer(stores, customerId, { status }, now),
  ),
  "customer.delete": action("customers:write", "customer.delete", (_, stores, { customerId }: OfCustomer, now) =>
    removeCustomer(stores, customerId, now),
  ),
  "customer.addCapacityAvailable": adding("available"),
  "customer.addCapacityConsumed": adding("consumed"),
  "customer.removeCapacityAvailable": removing("available"),
  "customer.removeCapacityConsumed": removing("consumed"),
  "customer.addCloudUserGroup": action(
    "groups:write",
    "group.add_customer",
    (_, stores, { customerId, groupId }: OfGroup) => joinGroup(stores, customerId, groupId),
  ),
  "customer.removeCloudUserGroup": action(
    "groups:write",
    "group.remove_customer",
    (_, stores, { customerId, groupId }: OfGroup) => leaveGroup(stores, customerId, groupId),
  ),
  "customer.registerDomain": action(
    "domains:write",
    "domain.register",
    (_, stores, { customerId, domain }: OfDomain, now) => takeDomain(stores, customerId, domain, now),
    undefined,
    ({ domain }) => releaseDomain(domain),
  ),
  "customer.unregisterDomain": action(
    "domains:write",
    "domain.unregister",
    (_, stores, { customerId, domain }: OfDomain) => dropDomain(stores, customerId, domain),
  ),
};

type Actions = typeof actions;
export type ActionName = keyof Actions;
export type NeedsOf<N extends ActionName> = Actions[N]["needs"];
export type ArgsOf<N extends ActionName> = Parameters<Actions[N]["run"]>[2];
export type ResultOf<N extends ActionName> = ReturnType<Actions[N]["result"]>;

// Arguments are kept with the name of the action that they were typed by.
export const actionNamed = (name: string): AnyAction | undefined =>
  Object.hasOwn(actions, name) ? (actions[name as ActionName] as unknown as AnyAction) : undefined;
