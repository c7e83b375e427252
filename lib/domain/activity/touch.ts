import { operate } from "@/db/doors";
import { once } from "@/lib/core/process";
import type { Actor } from "@/lib/core/scope";

/** When keys were last used and customers last active, kept here until the next `flushActivity`. */
const seen = once("activity", () => ({ keys: new Map<string, Date>(), customers: new Map<string, Date>() }));

export const touchKey = (id: string, at: Date): void => {
  seen.keys.set(id, at);
};

/**
 * An API call for that customer: no write on the path of a read. Who looks at a customer in the portal is no activity of
 * the customer's, or the list would tell what the staff read last.
 */
export function touchCustomer({ kind, surface }: Pick<Actor, "kind" | "surface">, id: string, at: Date): void {
  if (kind === "user" && surface === "portal") return;
  seen.customers.set(id, at);
}

export const latestKeyUse = (id: string, stored: Date | null): Date | null => seen.keys.get(id) ?? stored;

export function latestActivity(id: string, stored: Date | null): Date | null {
  const recent = seen.customers.get(id);
  return recent && (!stored || recent > stored) ? recent : stored;
}

/** Writes what was gathered, in one transaction. The server calls it well within every minute, and when it stops. */
export async function flushActivity(): Promise<void> {
  if (seen.keys.size + seen.customers.size === 0) return;
  const { keys, customers } = { keys: new Map(seen.keys), customers: new Map(seen.customers) };
  await operate("activity", "activity.flush", ({ touch }) => touch(keys, customers));
  for (const [id, at] of keys) if (seen.keys.get(id) === at) seen.keys.delete(id);
  for (const [id, at] of customers) if (seen.customers.get(id) === at) seen.customers.delete(id);
}
