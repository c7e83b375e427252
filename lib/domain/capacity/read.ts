import type { Row } from "@/db/doors";
import { read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";

export type CapacityEntry = Row<"capacity_entry">;

/** What a customer, found before, has been given and has used: entries of both sides in the order of adding. */
export const listCapacity = (scope: Scope<"capacity:read">, customerId: string): Promise<CapacityEntry[]> =>
  read(scope, ({ capacity }) => capacity.ofCustomer(customerId));
