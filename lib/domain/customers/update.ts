import { type Writes, write } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { checkDetails } from "./check";
import { type Customer, type CustomerDetails, present, statusChange } from "./customer";

/** Changes what is given and leaves the rest, within a transaction at hand. */
export async function changeCustomer(
  { customers, plans }: Pick<Writes, "customers" | "plans">,
  id: string,
  { status, ...details }: CustomerDetails,
  now: Date,
  version?: number,
): Promise<Customer> {
  const customer = present(await customers.held(id));
  await checkDetails({ plans }, details);
  const changed = await customers.change(
    id,
    { ...details, ...statusChange(customer, status, now), modifiedAt: now },
    version,
  );
  if (!changed) throw stale(customer.version);
  return changed;
}

/**
 * As `changeCustomer`. With `version` (the one that the caller has seen) it refuses to overwrite what someone else saved
 * in between: 412.
 */
export const updateCustomer = (
  scope: Scope<"customers:write">,
  id: string,
  details: CustomerDetails,
  now: Date,
  { version, action = "customer.update" }: { version?: number | undefined; action?: string } = {},
): Promise<Customer> => write(scope, action, (stores) => changeCustomer(stores, id, details, now, version));

export const stale = (version: number): Problem =>
  new Problem("version.stale", {
    detail: `Someone else saved a change in the meantime (now at version ${version}); load it again and repeat yours`,
  });

export const setCustomerStatus = (
  scope: Scope<"customers:write">,
  id: string,
  status: NonNullable<CustomerDetails["status"]>,
  now: Date,
): Promise<Customer> => updateCustomer(scope, id, { status }, now, { action: "customer.set_status" });
