import { type Writes, write } from "@/db/doors";
import type { CapacityUnit } from "@/lib/core/capacity";
import { newId } from "@/lib/core/ids";
import { missing } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { checkVersion } from "../collections/version";
import { type Customer, present } from "../customers/customer";
import type { CapacityEntry } from "./read";

type Stores = Pick<Writes, "capacity" | "collections" | "customers">;

export interface NewCapacity {
  side: CapacityEntry["side"];
  unitType: CapacityUnit;
  /** Whole units, at least 1. */
  amount: number;
  name?: string | undefined;
  description?: string | undefined;
}

/** Appends an entry within a transaction at hand; entries of one type are never merged. 412 as `checkVersion` says. */
export async function appendCapacity(
  stores: Stores,
  customerId: string,
  entry: NewCapacity,
  now: Date,
  version?: number,
): Promise<Customer> {
  const customer = present(await stores.customers.held(customerId));
  await checkVersion(stores, customerId, "capacity_entry", version);
  const { cspId, resellerId } = customer;
  await stores.capacity.add({ id: newId(now), cspId, resellerId, customerId, ...entry, createdAt: now });
  return customer;
}

/** Takes away every entry of the type within a transaction at hand; 404 where there is none, 412 as above. */
export async function dropCapacity(
  stores: Stores,
  customerId: string,
  { side, unitType }: Pick<NewCapacity, "side" | "unitType">,
  version?: number,
): Promise<Customer> {
  const customer = present(await stores.customers.held(customerId));
  await checkVersion(stores, customerId, "capacity_entry", version);
  const gone = await stores.capacity.removeType(customerId, side, unitType);
  if (gone.length === 0) throw missing(`Capacity ${side} of type ${unitType}`);
  return customer;
}

export const addCapacity = (
  scope: Scope<"capacity:write">,
  customerId: string,
  entry: NewCapacity,
  now: Date,
  version?: number,
) => write(scope, "capacity.add", (stores) => appendCapacity(stores, customerId, entry, now, version));

export const removeCapacity = (
  scope: Scope<"capacity:write">,
  customerId: string,
  what: Pick<NewCapacity, "side" | "unitType">,
  version?: number,
) => write(scope, "capacity.remove", (stores) => dropCapacity(stores, customerId, what, version));
