import { operate, type Writes, write } from "@/db/doors";
import { missing, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { days, later } from "@/lib/core/time";
import { type Customer, present, RETENTION_DAYS } from "./customer";
import { stale } from "./update";

/** Within a transaction at hand: see `deleteCustomer`. */
export async function removeCustomer(
  { customers }: Pick<Writes, "customers">,
  id: string,
  now: Date,
  version?: number,
): Promise<Customer> {
  const customer = present(await customers.held(id));
  if (customer.admin) {
    throw new Problem("customer.admin_protected", {
      detail: "This is the reseller's own account, which stays as long as the reseller",
    });
  }
  const removed = await customers.change(id, { deletedAt: now, modifiedAt: now }, version);
  if (!removed) throw stale(customer.version);
  return removed;
}

/**
 * Takes the customer and all that is its from the platform, not from the cloud. It is kept `RETENTION_DAYS` for
 * `restoreCustomer`; its keys stop working at once. 409 for a reseller's own account, 412 where `version` is no longer the
 * one at hand.
 */
export const deleteCustomer = (
  scope: Scope<"customers:write">,
  id: string,
  now: Date,
  version?: number,
): Promise<Customer> => write(scope, "customer.delete", (stores) => removeCustomer(stores, id, now, version));

/** The same customer with the same id and keys. 409 once the time is over, 412 where `version` is not the one at hand. */
export const restoreCustomer = (
  scope: Scope<"customers:write">,
  id: string,
  now: Date,
  version?: number,
): Promise<Customer> =>
  write(scope, "customer.restore", async ({ customers }) => {
    const customer = await customers.heldDeleted(id);
    if (!customer?.deletedAt) throw missing("Deleted customer");
    if (customer.deletedAt < later(now, -days(RETENTION_DAYS))) {
      throw new Problem("customer.restore_expired", {
        detail: `It was deleted more than ${RETENTION_DAYS} days ago and is being purged`,
      });
    }
    const restored = await customers.restore(id, now, version);
    if (!restored) throw stale(customer.version);
    return restored;
  });

/** Ends the retention of what was deleted long enough ago. Answers how many customers are gone for good. */
export const purgeCustomers = (now: Date): Promise<number> =>
  operate("retention", "customer.purge", ({ purge }) => purge(later(now, -days(RETENTION_DAYS))));
