import {
  and,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import {
  apiKeys,
  auditEntries,
  billingPlans,
  customers,
  projects,
  providerAccounts,
  providers,
  resellers,
  savedViews,
  skins,
  userGroups,
  users,
} from "../schema";
import { visible } from "./visible";

export type AuditEntry = typeof auditEntries.$inferSelect;

export interface AuditFilter {
  /** A person's or key's id, or the beginning of its name. */
  actor?: string | undefined;
  /** `customer.create`, or all of a noun's: `customer`. */
  action?: string | undefined;
  surface?: string | undefined;
  resellerId?: string | undefined;
  customerId?: string | undefined;
  subjectId?: string | undefined;
  correlationId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

const e = auditEntries;
/** Whatever the case. */
const startsWith = (text: string): string => `${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

const matching = (scope: AnyScope, filter: AuditFilter): SQL | undefined =>
  and(
    visible(scope, e),
    filter.actor === undefined
      ? undefined
      : or(eq(e.actorId, filter.actor), sql`lower(${e.actorName}) like ${startsWith(filter.actor)} escape ${"\\"}`),
    filter.action === undefined
      ? undefined
      : or(eq(e.action, filter.action), and(gte(e.action, `${filter.action}.`), lt(e.action, `${filter.action}/`))),
    filter.surface === undefined ? undefined : eq(e.surface, filter.surface),
    filter.resellerId === undefined ? undefined : eq(e.resellerId, filter.resellerId),
    filter.customerId === undefined ? undefined : eq(e.customerId, filter.customerId),
    filter.subjectId === undefined ? undefined : eq(e.subjectId, filter.subjectId),
    filter.correlationId === undefined ? undefined : eq(e.correlationId, filter.correlationId),
    filter.from && gte(e.at, filter.from),
    filter.to && lt(e.at, filter.to),
  );

/** The latest first. A request made few entries, which are found sooner than the whole log is walked in order. */
const latest = ({ correlationId }: AuditFilter): SQL => desc(correlationId === undefined ? e.id : kit.unindexed(e.id));

/** What has an id and a name of its own. */
const named = {
  billing_plan: billingPlans,
  project: projects,
  saved_view: savedViews,
  skin: skins,
  user: users,
  user_group: userGroups,
};
export type Named = keyof typeof named | "api_key" | "customer" | "provider" | "provider_account" | "reseller";

export const auditReads = (db: Database, scope: AnyScope) => ({
  /** The latest first; from before the entry `before`. Customers that are gone have no name. */
  list: async (filter: AuditFilter, before: string | undefined, limit: number) =>
    db
      .select({ ...getTableColumns(e), customerName: customers.name, customerDeletedAt: customers.deletedAt })
      .from(e)
      .leftJoin(customers, and(eq(customers.id, e.customerId), eq(customers.cspId, e.cspId)))
      .where(and(matching(scope, filter), before === undefined ? undefined : lt(e.id, before)))
      .orderBy(latest(filter))
      .limit(limit),

  /** How many match; no more than `most` are counted. In the list's order, so that it walks the list's index. */
  count: async (filter: AuditFilter, most: number): Promise<number> => {
    const some = db.select({ id: e.id }).from(e).where(matching(scope, filter)).orderBy(latest(filter)).limit(most);
    return (await db.select({ n: count() }).from(some.as("some"))).at(0)?.n ?? 0;
  },

  /** What these are called now; an account as its provider. Those that are gone are left out. */
  names: async (kind: Named, ids: readonly string[]): Promise<{ id: string; name: string }[]> => {
    if (kind === "provider") {
      const { id, name } = providers;
      return db
        .select({ id, name })
        .from(providers)
        .where(inArray(id, [...ids]));
    }
    if (kind === "provider_account") {
      return db
        .select({ id: providerAccounts.id, name: providers.name })
        .from(providerAccounts)
        .innerJoin(providers, eq(providers.id, providerAccounts.providerId))
        .where(and(visible(scope, providerAccounts), inArray(providerAccounts.id, [...ids])));
    }
    if (kind === "api_key") {
      // A deleted customer's keys are gone as it is.
      return db
        .select({ id: apiKeys.id, name: apiKeys.name })
        .from(apiKeys)
        .leftJoin(customers, and(eq(customers.id, apiKeys.customerId), isNull(customers.deletedAt)))
        .where(
          and(
            visible(scope, apiKeys),
            inArray(apiKeys.id, [...ids]),
            or(isNull(apiKeys.customerId), isNotNull(customers.id)),
          ),
        );
    }
    if (kind === "customer") {
      const { id, name, cspId, resellerId } = customers;
      const where = and(visible(scope, { cspId, resellerId, customerId: id }), inArray(id, [...ids]));
      return db.select({ id, name }).from(customers).where(where);
    }
    if (kind === "reseller") {
      const { id, name, cspId } = resellers;
      const where = and(visible(scope, { cspId, resellerId: id }), inArray(id, [...ids]));
      return db.select({ id, name }).from(resellers).where(where);
    }
    // All of them have these columns; which ones there are beside them does not matter here.
    const table = named[kind] as typeof userGroups;
    const { id, name } = table;
    return db
      .select({ id, name })
      .from(table)
      .where(and(visible(scope, table), inArray(id, [...ids])));
  },

  /** Of which of the customers the log tells anything but that action. */
  tellsMore: async (customerIds: readonly string[], action: string): Promise<Set<string | null>> => {
    const rows = await db
      .selectDistinct({ customerId: e.customerId })
      .from(e)
      .where(and(visible(scope, e), inArray(e.customerId, [...customerIds]), ne(e.action, action)));
    return new Set(rows.map(({ customerId }) => customerId));
  },
});
