import { cache } from "react";
import { showCustomer } from "@/lib/api/portal/customers.contract";
import { orNotFound } from "@/lib/auth/page";
import { ask } from "../../ask";

/** The customer of the address, read once however many parts of the page need it; our 404 page where there is none. */
export const customerOf = cache((id: string) => orNotFound(ask(showCustomer, { params: { id } })));

export interface CustomerPageProps {
  params: Promise<{ id: string }>;
}
