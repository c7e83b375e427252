import { cache } from "react";
import { LIST } from "@/components/customers/list/view";
import { listCustomers, showCustomer } from "@/lib/api/portal/customers.contract";
import { goTo } from "@/lib/auth/page";
import { isUuid } from "@/lib/core/ids";
import { ask } from "../../ask";
import { orMissing } from "../../missing";

/**
 * The customer of the address, read once however many parts of the page need it; undefined where there is none. One that was
 * deleted leads to where it can be restored.
 */
export const customerOf = cache(async (id: string) => {
  const customer = await orMissing(ask(showCustomer, { params: { id } }));
  if (!customer && (await isDeleted(id))) await goTo(`${LIST}?deleted=true&q=${id}`);
  return customer;
});

const isDeleted = async (id: string): Promise<boolean> =>
  isUuid(id) && (await ask(listCustomers, { query: { q: id, deleted: "true", fields: "name" } })).total > 0;

export interface CustomerPageProps {
  params: Promise<{ id: string }>;
}
