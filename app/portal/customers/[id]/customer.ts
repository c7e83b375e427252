import { cache } from "react";
import { LIST } from "@/components/customers/list/view";
import { listCustomers, showCustomer } from "@/lib/api/portal/customers.contract";
import { goTo, orNotFound } from "@/lib/auth/page";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { ask } from "../../ask";

/**
 * The customer of the address, read once however many parts of the page need it. One that was deleted leads to where it can
 * be restored; our 404 page where there is none.
 */
export const customerOf = cache(async (id: string) => {
  try {
    return await ask(showCustomer, { params: { id } });
  } catch (error) {
    if (error instanceof Problem && error.status === 404 && (await isDeleted(id)))
      await goTo(`${LIST}?deleted=true&q=${id}`);
    return orNotFound(Promise.reject(error));
  }
});

const isDeleted = async (id: string): Promise<boolean> =>
  isUuid(id) && (await ask(listCustomers, { query: { q: id, deleted: "true", fields: "name" } })).total > 0;

export interface CustomerPageProps {
  params: Promise<{ id: string }>;
}
