import { type Reads, type Writes, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { invalid, Problem } from "@/lib/core/problem";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { checkDetails } from "./check";
import { type Customer, type CustomerDetails, statusChange } from "./customer";

export interface NewCustomer extends CustomerDetails {
  name: string;
  /** Chosen by the caller where a surface lets it; else made here. */
  id?: string | undefined;
  /** A reseller of the caller's CSP; without one: the caller's own, or the CSP's house reseller. */
  resellerId?: string | undefined;
}

/** The reseller that is meant: the one asked for, else the caller's own, else the CSP's house reseller. */
export async function resellerFor(
  scope: AnyScope,
  { resellers }: Pick<Reads, "resellers">,
  asked?: string,
): Promise<string> {
  if (scope.resellerId && asked && asked !== scope.resellerId) {
    throw new Problem("permission.missing", { detail: "A reseller may name itself only as the reseller" });
  }
  const id = asked ?? scope.resellerId;
  const found = id === undefined ? await resellers.house() : await resellers.byId(id);
  if (!found) throw invalid(["resellerId"], "is not a reseller of this portal");
  return found.id;
}

/** Adds the row within a transaction at hand. 409 where the id is taken, by whomever. */
export async function addCustomer(
  scope: AnyScope,
  stores: Pick<Writes, "customers" | "plans" | "resellers">,
  { id = "", resellerId, ...details }: NewCustomer,
  now: Date,
): Promise<Customer> {
  await checkDetails(stores, details);
  const made = await stores.customers.add({
    ...details,
    ...statusChange(undefined, details.status ?? undefined, now),
    id: id || newId(now),
    resellerId: await resellerFor(scope, stores, resellerId),
    createdAt: now,
  });
  if (!made)
    throw new Problem("customer.id_taken", {
      detail: `A customer with the id ${id} exists; choose another or leave it out`,
    });
  return made;
}

export const createCustomer = (scope: Scope<"customers:write">, customer: NewCustomer, now: Date): Promise<Customer> =>
  write(scope, "customer.create", (stores) => addCustomer(scope, stores, customer, now));
