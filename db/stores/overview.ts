import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { CONCURRENCY_LIMIT } from "../../lib/core/settings";
import type { Database } from "../kit";
import {
  billingPlans,
  capacityEntries,
  customers,
  projects,
  providerAccounts,
  providers,
  resources,
  settings,
} from "../schema";
import { overAllocated } from "./capacity";
import { visible } from "./visible";

const n = sql<number>`count(*)`.mapWith(Number);
const table = { cspId: customers.cspId, resellerId: customers.resellerId, customerId: customers.id };
const customer = { id: customers.id, name: customers.name };
const byName = [asc(customers.sortName), asc(customers.id)];

/** How all customers below the scope stand, deleted ones left out; and why some of them need attention. */
export const overviewReads = (db: Database, scope: AnyScope) => {
  const there = (ids: readonly string[]) => and(visible(scope, table), inArray(customers.id, [...ids]));

  return {
    /** What runs now, by provider and kind; a shared project is its owner's. */
    live: async () =>
      db
        .select({ providerId: providers.id, provider: providers.name, kind: resources.kind, n })
        .from(resources)
        .innerJoin(projects, eq(projects.id, resources.projectId))
        .innerJoin(providers, eq(providers.id, projects.providerId))
        .innerJoin(customers, eq(customers.id, resources.customerId))
        .where(and(visible(scope, resources), isNull(resources.endedAt), isNull(customers.deletedAt)))
        .groupBy(providers.id, providers.name, resources.kind)
        .orderBy(asc(providers.name), asc(providers.id), asc(resources.kind)),

    /** Their accounts in error. */
    failing: async (ids: readonly string[]) =>
      db
        .select({ customer, provider: providers.name })
        .from(customers)
        .innerJoin(providerAccounts, eq(providerAccounts.customerId, customers.id))
        .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
        .where(and(there(ids), eq(providerAccounts.state, "error")))
        .orderBy(...byName, asc(providers.name), asc(providers.id)),

    /** Their own limits, beside their plans'. */
    limits: async (ids: readonly string[]) =>
      db
        .select({
          customer,
          limit: sql<number>`cast(${settings.value} as integer)`.mapWith(Number),
          plan: billingPlans.concurrency,
        })
        .from(customers)
        .innerJoin(settings, and(eq(settings.customerId, customers.id), eq(settings.name, CONCURRENCY_LIMIT)))
        .innerJoin(billingPlans, eq(billingPlans.id, customers.billingPlanId))
        .where(there(ids))
        .orderBy(...byName),

    /** What they have consumed more of than is available to them. */
    overAllocated: async (ids: readonly string[]) => {
      const over = overAllocated(db, inArray(capacityEntries.customerId, [...ids])).as("over");
      return db
        .select({ customer, unitType: over.unitType, consumed: over.consumed, available: over.available })
        .from(over)
        .innerJoin(customers, eq(customers.id, over.customerId))
        .where(there(ids))
        .orderBy(...byName, asc(over.unitType));
    },
  };
};
