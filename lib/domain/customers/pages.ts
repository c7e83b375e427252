import { type PageFilter, type PagePlace, read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { resellerFor } from "./create";
import type { Customer } from "./customer";

export type { PageFilter, PagePlace };

/** A page of the customers by name, with the number of all that match. A reseller may ask for its own alone: 403. */
export const customersByName = (
  scope: Scope<"customers:read">,
  filter: PageFilter,
  place: PagePlace,
): Promise<{ items: Customer[]; total: number }> =>
  read(scope, async ({ customerPages, resellers }) => {
    if (filter.resellerId) await resellerFor(scope, { resellers }, filter.resellerId);
    return { items: await customerPages.page(filter, place), total: await customerPages.count(filter) };
  });
