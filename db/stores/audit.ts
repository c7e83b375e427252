import { and, desc, eq, getTableColumns, gte, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { auditEntries, customers } from "../schema";
import { visible } from "./visible";

export type AuditEntry = typeof auditEntries.$inferSelect;

export interface AuditFilter {
  /** A person's or key's id, or the beginning of its name. */
  actor?: string | undefined;
  /** `customer.create`, or all of a noun's: `customer`. */
  action?: string | undefined;
  surface?: string | undefined;
  customerId?: string | undefined;
  subjectId?: string | undefined;
  correlationId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

const e = auditEntries;
/** Whatever the case. */
const startsWith = (text: string): string => `${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

export const auditReads = (db: Database, scope: AnyScope) => ({
  /** The latest first; from before the entry `before`. Customers that are gone have no name. */
  list: async (filter: AuditFilter, before: string | undefined, limit: number) =>
    db
      .select({ ...getTableColumns(e), customerName: customers.name })
      .from(e)
      .leftJoin(customers, and(eq(customers.id, e.customerId), eq(customers.cspId, e.cspId)))
      .where(
        and(
          visible(scope, e),
          filter.actor === undefined
            ? undefined
            : or(
                eq(e.actorId, filter.actor),
                sql`lower(${e.actorName}) like ${startsWith(filter.actor)} escape ${"\\"}`,
              ),
          filter.action === undefined
            ? undefined
            : or(
                eq(e.action, filter.action),
                and(gte(e.action, `${filter.action}.`), lt(e.action, `${filter.action}/`)),
              ),
          filter.surface === undefined ? undefined : eq(e.surface, filter.surface),
          filter.customerId === undefined ? undefined : eq(e.customerId, filter.customerId),
          filter.subjectId === undefined ? undefined : eq(e.subjectId, filter.subjectId),
          filter.correlationId === undefined ? undefined : eq(e.correlationId, filter.correlationId),
          filter.from && gte(e.at, filter.from),
          filter.to && lt(e.at, filter.to),
          before === undefined ? undefined : lt(e.id, before),
        ),
      )
      .orderBy(desc(e.id))
      .limit(limit),

  /** Of which of the customers the log tells anything but that action. */
  tellsMore: async (customerIds: readonly string[], action: string): Promise<Set<string | null>> => {
    const rows = await db
      .selectDistinct({ customerId: e.customerId })
      .from(e)
      .where(and(visible(scope, e), inArray(e.customerId, [...customerIds]), ne(e.action, action)));
    return new Set(rows.map(({ customerId }) => customerId));
  },
});
