import { type Reads, read } from "@/db/doors";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import type { AnyScope } from "@/lib/core/scope";
import { isPlain, nfc } from "@/lib/core/text";
import { type Customer, present } from "./customer";

/**
 * The customer that `reference` means to this caller: `self`, an id, or an exact name, tried in that order. 404 for
 * none below the scope; 409 with the ids to choose from for a name that several bear.
 */
export const resolveCustomer = (scope: AnyScope, reference: string): Promise<Customer> =>
  read(scope, async (stores) => {
    if (reference === "self") return present(await ownCustomer(scope, stores));
    if (isUuid(reference)) return present(await stores.customers.byId(reference.toLowerCase()));
    // No customer has such a name, and a database may refuse to look for it.
    const named = isPlain(reference) ? await stores.customers.byName(nfc(reference)) : [];
    if (named.length > 1) throw ambiguous(named.map(({ id }) => id));
    return present(named.at(0));
  });

/** A customer's key is that customer's; a reseller acts as its own account, a CSP as its house reseller's. */
async function ownCustomer(scope: AnyScope, { customers, resellers }: Reads): Promise<Customer | undefined> {
  if (scope.customerId) return customers.byId(scope.customerId);
  const resellerId = scope.resellerId ?? (await resellers.house())?.id;
  return resellerId === undefined ? undefined : customers.adminOf(resellerId);
}

const ambiguous = (candidates: readonly string[]): Problem =>
  new Problem("customer.name_ambiguous", {
    detail: `${candidates.length} customers have that name; ask for one of them by its uuid: ${candidates.join(", ")}`,
    candidates,
  });
