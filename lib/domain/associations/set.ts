import { type Writes, write } from "@/db/doors";
import { type Issue, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";

/** A reseller of the same CSP that is tied to a customer beside its own one. */
export interface Partner {
  resellerId: string;
  name: string;
}

/** Makes these the customer's partners, within a transaction at hand. */
export async function setPartners(
  { associations, resellers }: Pick<Writes, "associations" | "resellers">,
  { cspId, resellerId, id: customerId }: Customer,
  partners: readonly Partner[],
): Promise<void> {
  const ids = partners.map((partner) => partner.resellerId);
  const known = new Set(await resellers.known(ids));
  const issues = ids.flatMap((id, index): Issue[] => {
    const path = ["partners", index, "resellerId"];
    if (!known.has(id)) return [{ path, rule: "invalid", message: "is not a reseller of this portal" }];
    return ids.indexOf(id) < index ? [{ path, rule: "taken", message: "is named twice" }] : [];
  });
  if (issues.length > 0) throw new Problem("request.invalid", { issues });

  const had = new Map((await associations.ofCustomers([customerId])).map((row) => [row.partnerId, row.name]));
  for (const { resellerId: partnerId, name } of partners) {
    const was = had.get(partnerId);
    had.delete(partnerId);
    if (was === undefined) await associations.add({ cspId, resellerId, customerId, partnerId, name });
    else if (was !== name) await associations.rename(customerId, partnerId, name);
  }
  for (const partnerId of had.keys()) await associations.remove(customerId, partnerId);
}

/** Replaces the partners of a customer. */
export const setCustomerPartners = (
  scope: Scope<"customers:write">,
  customerId: string,
  partners: readonly Partner[],
): Promise<void> =>
  write(scope, "customer.set_partners", async (stores) =>
    setPartners(stores, present(await stores.customers.held(customerId)), partners),
  );
