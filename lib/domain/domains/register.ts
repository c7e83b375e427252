import { operate, type Writes, write } from "@/db/doors";
import { missing, Problem } from "@/lib/core/problem";
import { permissionsOf, type Role, type Scope, type TenantPath } from "@/lib/core/scope";
import { checkVersion } from "../collections/version";
import { type Customer, present } from "../customers/customer";

type Stores = Pick<Writes, "collections" | "customers" | "domains">;

/** A deleted customer loses a name that somebody else wants. Before the transaction, since it crosses tenants. */
export const releaseDomain = (name: string): Promise<unknown> =>
  operate("domains", "domain.release", (stores) => stores.releaseDomain(name));

/**
 * Within a transaction at hand, after `releaseDomain`. `name` as `domainName` spells it. Harmless where the customer has
 * it already; 409 where anybody else does, 412 as `checkVersion` says.
 */
export async function takeDomain(
  stores: Stores,
  customerId: string,
  name: string,
  now: Date,
  version?: number,
): Promise<Customer> {
  const { customers, domains } = stores;
  const customer = present(await customers.held(customerId));
  await checkVersion(stores, customerId, "domain", version);
  const made = await domains.register(customer, name, now);
  if (!made && !(await domains.ofCustomer(customerId)).some((domain) => domain.name === name)) {
    throw new Problem("domain.taken", { detail: `The domain ${name} belongs to another customer` });
  }
  return customer;
}

/** Within a transaction at hand; 404 where the customer does not have it, 412 as above. */
export async function dropDomain(
  stores: Stores,
  customerId: string,
  name: string,
  version?: number,
): Promise<Customer> {
  const { customers, domains } = stores;
  const customer = present(await customers.held(customerId));
  await checkVersion(stores, customerId, "domain", version);
  const gone = await domains.unregister(customerId, name);
  if (gone.length === 0) throw missing("Domain");
  return customer;
}

export async function registerDomain(
  scope: Scope<"domains:write">,
  customerId: string,
  name: string,
  now: Date,
  version?: number,
) {
  await releaseDomain(name);
  return write(scope, "domain.register", (stores) => takeDomain(stores, customerId, name, now, version));
}

export const unregisterDomain = (scope: Scope<"domains:write">, customerId: string, name: string, version?: number) =>
  write(scope, "domain.unregister", (stores) => dropDomain(stores, customerId, name, version));

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
