import { read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { type CustomerStatus, customerStatuses, present } from "../customers/customer";
import type { Reseller } from "./create";

type Reading = Scope<"resellers:read" | "customers:read">;

export interface CountedReseller extends Reseller {
  /** Its own account is one of them. */
  customers: number;
}

/** The resellers of the caller's CSP by name, with how many customers each has. */
export const countedResellers = (scope: Reading): Promise<CountedReseller[]> =>
  read(scope, async ({ resellers, customerList }) => {
    const counts = await customerList.tally("resellerIds", {});
    return (await resellers.list()).map((reseller) => ({ ...reseller, customers: counts.get(reseller.id) ?? 0 }));
  });

/** A reseller with its own account and how many customers of each status it has. */
export const wholeReseller = (scope: Reading, id: string) =>
  read(scope, async ({ resellers, customers, customerList }) => {
    const reseller = present(await resellers.byId(id), "Reseller");
    const counted = await customerList.tally("statuses", { resellerIds: [id] });
    const countOf = (status: CustomerStatus) => counted.get(status) ?? 0;
    return {
      ...reseller,
      adminCustomerId: (await customers.adminOf(id))?.id ?? null,
      // Every status is a key of it, made just here.
      customers: Object.fromEntries(customerStatuses.map((status) => [status, countOf(status)])) as Record<
        CustomerStatus,
        number
      >,
    };
  });
