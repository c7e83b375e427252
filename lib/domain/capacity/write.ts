import { type Writes, write } from "@/db/doors";
import type { CapacityUnit } from "@/lib/core/capacity";
import { newId } from "@/lib/core/ids";
import { missing } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";
import type { CapacityEntry } from "./read";

type Stores = Pick<Writes, "capacity" | "customers">;

export interface NewCapacity {
  side: CapacityEntry["side"];
  unitType: CapacityUnit;
  /** Whole units, at least 1. */
  amount: number;
  name?: string | undefined;
  description?: string | undefined;
}

/** Appends an entry within a transaction at hand; entries of one type are never merged. */
export async function appendCapacity(
  { capacity, customers }: Stores,
  customerId: string,
  entry: NewCapacity,
  now: Date,
): Promise<Customer> {
  const customer = present(await customers.byId(customerId));
  const { cspId, resellerId } = customer;
  await capacity.add({ id: newId(now), cspId, resellerId, customerId, ...entry, createdAt: now });
  return customer;
}

/** Takes away every entry of the type within a transaction at hand; 404 where there is none. */
export async function dropCapacity(
  { capacity, customers }: Stores,
  customerId: string,
  { side, unitType }: Pick<NewCapacity, "side" | "unitType">,
): Promise<Customer> {
  const customer = present(await customers.byId(customerId));
  const gone = await capacity.removeType(customerId, side, unitType);
  if (gone.length === 0) throw missing(`Capacity ${side} of type ${unitType}`);
  return customer;
}

export const addCapacity = (scope: Scope<"capacity:write">, customerId: string, entry: NewCapacity, now: Date) =>
  write(scope, "capacity.add", (stores) => appendCapacity(stores, customerId, entry, now));

export const removeCapacity = (
  scope: Scope<"capacity:write">,
  customerId: string,
  what: Pick<NewCapacity, "side" | "unitType">,
) => write(scope, "capacity.remove", (stores) => dropCapacity(stores, customerId, what));
