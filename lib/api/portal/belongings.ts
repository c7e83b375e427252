import { capacityUnits, capacityUnitTypes } from "../../core/capacity";
import type { AnyScope, Scope } from "../../core/scope";
import { listCapacity } from "../../domain/capacity/read";
import { addCapacity, removeCapacity } from "../../domain/capacity/write";
import { versionOf } from "../../domain/collections/version";
import { domainsOf } from "../../domain/domains/read";
import { registerDomain, unregisterDomain } from "../../domain/domains/register";
import { addToGroup, removeFromGroup } from "../../domain/groups/members";
import { groupsOf, listGroups } from "../../domain/groups/read";
import { type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./belongings.contract";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);
const customer = customerAt("customer_id");

/** Whoever may change the capacity may see what came of it. */
const capacity = async (scope: Scope, customerId: string) => {
  const version = await versionOf(scope, customerId, "capacity_entry");
  const entries = await listCapacity(scope as Scope<"capacity:read">, customerId);
  const sum = (type: string, side: string) =>
    entries
      .filter((entry) => entry.unitType === type && entry.side === side)
      .reduce((total, { amount }) => total + amount, 0);
  return versioned({
    totals: capacityUnitTypes
      .filter((type) => entries.some(({ unitType }) => unitType === type))
      .map((type) => ({
        unit_type: type,
        unit: capacityUnits[type],
        available: sum(type, "available"),
        consumed: sum(type, "consumed"),
      })),
    entries: entries.flatMap((entry) => {
      const unit_type = capacityUnitTypes.find((type) => type === entry.unitType);
      return unit_type ? [{ ...snakeKeys(entry), unit_type }] : [];
    }),
    version,
  });
};

const groups = async (scope: AnyScope, customerId: string) => {
  const version = await versionOf(scope, customerId, "group_member");
  return versioned({ items: (await groupsOf(scope, customerId)).map(snakeKeys), version });
};

const domains = async (scope: AnyScope, customerId: string) => {
  const version = await versionOf(scope, customerId, "domain");
  return versioned({ items: (await domainsOf(scope, customerId)).map(snakeKeys), version });
};

const showCapacity = on(contracts.showCapacity, customer, ({ scope, subject }) => capacity(scope, subject.id));

const add = on(contracts.addCapacity, customer, async ({ scope, subject, body, request, now }) => {
  await addCapacity(scope, subject.id, camelKeys(body), now, expectedVersion(request));
  return capacity(scope, subject.id);
});

const remove = on(contracts.removeCapacity, customer, async ({ scope, subject, params, request }) => {
  const what = { side: params.side, unitType: params.unit_type };
  await removeCapacity(scope, subject.id, what, expectedVersion(request));
  return capacity(scope, subject.id);
});

const allGroups = on(contracts.listGroups, async ({ scope }) => ({ items: (await listGroups(scope)).map(snakeKeys) }));

const listGroupsOf = on(contracts.listGroupsOf, customer, ({ scope, subject }) => groups(scope, subject.id));

const join = on(contracts.joinGroup, customer, async ({ scope, subject, params, request }) => {
  await addToGroup(scope, subject.id, params.group_id, expectedVersion(request));
  return groups(scope, subject.id);
});

const leave = on(contracts.leaveGroup, customer, async ({ scope, subject, params, request }) => {
  await removeFromGroup(scope, subject.id, params.group_id, expectedVersion(request));
  return groups(scope, subject.id);
});

const listDomains = on(contracts.listDomains, customer, ({ scope, subject }) => domains(scope, subject.id));

const register = on(contracts.registerDomain, customer, async ({ scope, subject, body, request, now }) => {
  await registerDomain(scope, subject.id, body.name, now, expectedVersion(request));
  return domains(scope, subject.id);
});

const unregister = on(contracts.unregisterDomain, customer, async ({ scope, subject, params, request }) => {
  await unregisterDomain(scope, subject.id, params.name, expectedVersion(request));
  return domains(scope, subject.id);
});

export const endpoints: readonly Endpoint[] = [
  showCapacity,
  add,
  remove,
  allGroups,
  listGroupsOf,
  join,
  leave,
  listDomains,
  register,
  unregister,
];
