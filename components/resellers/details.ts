import { company, contact, type Detail } from "@/components/customer-form/details";

/** What is asked of a reseller: its own account is active from the first day, and of nobody else. */
export const resellerDetails: readonly Detail["name"][] = [...company, ...contact]
  .map(({ name }) => name)
  .filter((name) => name !== "reseller_id" && name !== "status");
