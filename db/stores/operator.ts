import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { sortKey } from "../../lib/core/text";
import { type Database, kit } from "../kit";
import { apiKeys, csps, customerListings, customers, resellers } from "../schema";
import { attemptOperations } from "./attempts";
import type { Changes, New } from "./changes";
import { domainOperations } from "./domains";
import { importStepOperations } from "./import-steps";
import { jobOperations } from "./jobs";

/** What is done across tenants, on purpose: by the process itself or at set-up. */
export const operatorStores = (db: Database, changes: Changes) => ({
  ...attemptOperations(db),
  ...domainOperations(db, changes),
  ...jobOperations(db, changes),
  ...importStepOperations(db),
  isEmpty: async (): Promise<boolean> => (await db.select({ id: csps.id }).from(csps).limit(1)).length === 0,
  /** As `isEmpty`; whoever else asks waits until the transaction ends, so that one of several makes the first CSP. */
  claimEmpty: async (): Promise<boolean> => {
    await kit.lockTable(db, csps);
    return (await db.select({ id: csps.id }).from(csps).limit(1)).length === 0;
  },
  addCsp: (row: New<"csp">) => changes.insert("csp", row),
  addReseller: (row: Omit<New<"reseller">, "sortName">) =>
    changes.insert("reseller", { ...row, sortName: sortKey(row.name) }),
  addUser: (row: New<"user">) => changes.insert("user", row),
  addCustomer: (row: New<"customer">) => changes.insert("customer", row),

  /** Customers deleted before `before` are gone for good, with all that is theirs. Answers how many. */
  purge: async (before: Date): Promise<number> =>
    (await changes.remove("customer", and(isNotNull(customers.deletedAt), lt(customers.deletedAt, before)))).length,

  /** Last use of keys and last activity of customers, gathered in memory and written in one go; no news to the log. */
  touch: async (keys: ReadonlyMap<string, Date>, active: ReadonlyMap<string, Date>): Promise<void> => {
    for (const [id, at] of keys) {
      await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
    }
    for (const [id, at] of active) {
      await db
        .update(customers)
        .set({ lastActivityAt: at })
        .where(and(eq(customers.id, id), or(isNull(customers.lastActivityAt), lt(customers.lastActivityAt, at))));
      await db
        .update(customerListings)
        .set({ lastActivityAt: at })
        .where(and(eq(customerListings.customerId, id), lt(customerListings.lastActivityAt, at)));
    }
  },
  resellers: async (cspId: string) => db.select().from(resellers).where(eq(resellers.cspId, cspId)),
});
