import { operate, type Writes, write } from "@/db/doors";
import { missing, Problem } from "@/lib/core/problem";
import { permissionsOf, type Role, type Scope, type TenantPath } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";

type Stores = Pick<Writes, "customers" | "domains">;

/** A deleted customer loses a name that somebody else wants. Before the transaction, since it crosses tenants. */
export const releaseDomain = (name: string): Promise<unknown> =>
  operate("domains", "domain.release", (stores) => stores.releaseDomain(name));

/**
 * Within a transaction at hand, after `releaseDomain`. `name` as `domainName` spells it. Harmless where the customer has
 * it already; 409 where anybody else does.
 */
export async function takeDomain(
  { customers, domains }: Stores,
  customerId: string,
  name: string,
  now: Date,
): Promise<Customer> {
  const customer = present(await customers.byId(customerId));
  const made = await domains.register(customer, name, now);
  if (made) {
    await customers.index(customer);
  } else if (!(await domains.ofCustomer(customerId)).some((domain) => domain.name === name)) {
    throw new Problem("domain.taken", { detail: `The domain ${name} belongs to another customer` });
  }
  return customer;
}

/** Within a transaction at hand; 404 where the customer does not have it. */
export async function dropDomain({ customers, domains }: Stores, customerId: string, name: string): Promise<Customer> {
  const customer = present(await customers.byId(customerId));
  const gone = await domains.unregister(customerId, name);
  if (gone.length === 0) throw missing("Domain");
  await customers.index(customer);
  return customer;
}

export async function registerDomain(scope: Scope<"domains:write">, customerId: string, name: string, now: Date) {
  await releaseDomain(name);
  return write(scope, "domain.register", (stores) => takeDomain(stores, customerId, name, now));
}

export const unregisterDomain = (scope: Scope<"domains:write">, customerId: string, name: string) =>
  write(scope, "domain.unregister", (stores) => dropDomain(stores, customerId, name));

/** 403 unless this user of the portal may change the customer's domains. */
export function checkMayRegister(
  user: { role: Role; cspId: string; resellerId: string | null } | undefined,
  customer: Required<Pick<TenantPath, "cspId" | "resellerId">>,
): void {
  const covers = user?.cspId === customer.cspId && (!user.resellerId || user.resellerId === customer.resellerId);
  if (!covers || !permissionsOf[user.role].includes("domains:write")) {
    throw new Problem("permission.missing", {
      detail: "These portal credentials are wrong, or may not change the domains of this customer",
    });
  }
}
