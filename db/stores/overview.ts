import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
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
import { visible } from "./visible";

const n = sql<number>`count(*)`.mapWith(Number);
const table = { cspId: customers.cspId, resellerId: customers.resellerId, customerId: customers.id };
const customer = { id: customers.id, name: customers.name };

/** Numbers over all customers below the scope, deleted ones left out. */
export const overviewReads = (db: Database, scope: AnyScope) => {
  const there = and(visible(scope, table), isNull(customers.deletedAt));
  const own = sql<number>`cast(${settings.value} as integer)`.mapWith(Number);
  const sum = (side: "consumed" | "available") =>
    sql<number>`sum(case when ${capacityEntries.side} = ${side} then ${capacityEntries.amount} else 0 end)`.mapWith(
      Number,
    );

  const limited = (where: SQL | undefined) =>
    db
      .select({ customer, limit: own, plan: billingPlans.concurrency })
      .from(settings)
      .innerJoin(customers, eq(customers.id, settings.customerId))
      .innerJoin(billingPlans, eq(billingPlans.id, customers.billingPlanId))
      .where(and(there, eq(settings.name, CONCURRENCY_LIMIT), where));

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

    /** Accounts in error. */
    failing: async (limit: number) =>
      db
        .select({ customer, provider: providers.name })
        .from(providerAccounts)
        .innerJoin(customers, eq(customers.id, providerAccounts.customerId))
        .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
        .where(and(there, eq(providerAccounts.state, "error")))
        .orderBy(desc(providerAccounts.modifiedAt), asc(providerAccounts.id))
        .limit(limit),

    /** Customers whose own limit is at `share` of their plan's or above it, the furthest first. */
    nearPlan: async (share: number, limit: number) =>
      limited(sql`${own} >= ${billingPlans.concurrency} * ${sql.raw(String(share))}`)
        .orderBy(desc(sql`${own} - ${billingPlans.concurrency}`), asc(customers.id))
        .limit(limit),

    /** Customers that have consumed more of a unit type than is available to them. */
    overAllocated: async (limit: number) =>
      db
        .select({
          customer,
          unitType: capacityEntries.unitType,
          consumed: sum("consumed"),
          available: sum("available"),
        })
        .from(capacityEntries)
        .innerJoin(customers, eq(customers.id, capacityEntries.customerId))
        .where(there)
        .groupBy(customers.id, customers.name, capacityEntries.unitType)
        .having(sql`${sum("consumed")} > ${sum("available")}`)
        .orderBy(asc(customers.name), asc(customers.id), asc(capacityEntries.unitType))
        .limit(limit),
  };
};
