import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, domains } from "../schema";
import type { Changes, Row } from "./changes";
import { visible } from "./visible";

export const domainReads = (db: Database, scope: AnyScope) => ({
  ofCustomer: async (customerId: string) =>
    db
      .select()
      .from(domains)
      .where(and(visible(scope, domains), eq(domains.customerId, customerId)))
      .orderBy(asc(domains.name)),

  countOf: async (customerIds: readonly string[]): Promise<number> => {
    const of = and(visible(scope, domains), inArray(domains.customerId, [...customerIds]));
    return (await db.select({ n: count() }).from(domains).where(of)).at(0)?.n ?? 0;
  },
});

export const domainWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...domainReads(db, scope),

  /** Undefined where the name is taken, by whomever. */
  register: ({ cspId, resellerId, id }: Row<"customer">, name: string, createdAt: Date) =>
    changes.insertIfNew("domain", { name, cspId, resellerId, customerId: id, createdAt }),

  unregister: (customerId: string, name: string) =>
    changes.remove("domain", and(visible(scope, domains), eq(domains.customerId, customerId), eq(domains.name, name))),
});

/** What is done with domains across tenants. */
export const domainOperations = (db: Database, changes: Changes) => ({
  /** Takes the name from a customer that was deleted, whose ever it was. */
  releaseDomain: (name: string) =>
    changes.remove(
      "domain",
      and(
        eq(domains.name, name),
        inArray(
          domains.customerId,
          db.select({ id: customers.id }).from(customers).where(isNotNull(customers.deletedAt)),
        ),
      ),
    ),
});
