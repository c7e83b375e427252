import { userOfPair } from "../../auth/basic";
import { type CapacityEntry, listCapacity as listEntries } from "../../domain/capacity/read";
import type { Customer } from "../../domain/customers/customer";
import { checkMayRegister } from "../../domain/domains/register";
import { groupsOf } from "../../domain/groups/read";
import { startJob } from "../../domain/jobs/run";
import type { Endpoint } from "../serve";
import * as contracts from "./belongings.contract";
import { changes, reads } from "./method";

const about = ({ id, email, firstName, lastName }: Customer) => ({
  customerguid: id,
  login: email,
  email,
  firstname: firstName,
  lastname: lastName,
});

const amounts = (entries: readonly CapacityEntry[], side: CapacityEntry["side"]) =>
  entries
    .filter((entry) => entry.side === side)
    .map(({ amount, unitType, name, description }) => ({
      amount: String(amount),
      capacityunittype: unitType,
      name,
      description,
    }));

const listCapacity = reads(contracts.listCapacity, async ({ scope, customer }) => {
  const entries = await listEntries(scope, customer.id);
  const capacityavailable = amounts(entries, "available");
  return [{ ...about(customer), capacityavailable, capacityconsumed: amounts(entries, "consumed") }];
});

const adding = (
  contract: typeof contracts.addCapacityAvailable,
  action: "customer.addCapacityAvailable" | "customer.addCapacityConsumed",
) =>
  changes(contract, ({ scope, args, customer, job, now }) => {
    const { amount, capacityunittype: unitType, name, description } = args;
    return startJob(scope, action, { customerId: customer.id, unitType, amount, name, description }, job, now);
  });

const removing = (
  contract: typeof contracts.removeCapacityAvailable,
  action: "customer.removeCapacityAvailable" | "customer.removeCapacityConsumed",
) =>
  changes(contract, ({ scope, args, customer, job, now }) =>
    startJob(scope, action, { customerId: customer.id, unitType: args.capacityunittype }, job, now),
  );

const listGroups = reads(contracts.listGroups, async ({ scope, customer }) => {
  const groups = await groupsOf(scope, customer.id);
  const told = groups.map(({ id, name, description }) => ({ cloudusergroupguid: id, name, description }));
  return [{ ...about(customer), groups: told }];
});

const membership = (
  contract: typeof contracts.addCloudUserGroup,
  action: "customer.addCloudUserGroup" | "customer.removeCloudUserGroup",
) =>
  changes(contract, ({ scope, args, customer, job, now }) =>
    startJob(scope, action, { customerId: customer.id, groupId: args.cloudusergroupguid }, job, now),
  );

/** The portal user is checked here and now; the job learns nothing of it. */
const ownership = (
  contract: typeof contracts.registerDomain,
  action: "customer.registerDomain" | "customer.unregisterDomain",
) =>
  changes(contract, async ({ scope, args, customer, job, ip, now }) => {
    checkMayRegister(await userOfPair(args.username, args.password, ip), customer);
    return startJob(scope, action, { customerId: customer.id, domain: args.domain }, job, now);
  });

export const endpoints: readonly Endpoint[] = [
  ...listCapacity,
  ...adding(contracts.addCapacityAvailable, "customer.addCapacityAvailable"),
  ...adding(contracts.addCapacityConsumed, "customer.addCapacityConsumed"),
  ...removing(contracts.removeCapacityAvailable, "customer.removeCapacityAvailable"),
  ...removing(contracts.removeCapacityConsumed, "customer.removeCapacityConsumed"),
  ...listGroups,
  ...membership(contracts.addCloudUserGroup, "customer.addCloudUserGroup"),
  ...membership(contracts.removeCloudUserGroup, "customer.removeCloudUserGroup"),
  ...ownership(contracts.registerDomain, "customer.registerDomain"),
  ...ownership(contracts.unregisterDomain, "customer.unregisterDomain"),
];
