import { type Reads, read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { type Customer, RETENTION_DAYS } from "./customer";

type Reading = Scope<"customers:read" | "resources:read">;

const takenWith = async ({ accounts, domains, keys, projects }: Reads, ids: readonly string[], now: Date) => ({
  running: await projects.running(ids),
  keys: await keys.countActive(ids, now),
  domains: await domains.countOf(ids),
  accounts: (await accounts.ofCustomers(ids)).length,
  restorableDays: RETENTION_DAYS,
});

/** What a deletion takes from the platform, and what goes on running at the providers all the same. */
export const deletionOf = (scope: Reading, customer: Customer, now: Date) =>
  read(scope, async (stores) => ({
    deletable: !customer.admin,
    ...(await takenWith(stores, [customer.id], now)),
  }));

/** The same of many at once: of those that a deletion would take, with those that it would leave. */
export const deletionOfMany = (scope: Reading, ids: readonly string[], now: Date) =>
  read(scope, async (stores) => {
    const asked = new Set(ids);
    const found = await stores.customers.byIds([...asked]);
    const going = found.filter(({ admin }) => !admin).map(({ id }) => id);
    return {
      customers: going.length,
      kept: found.filter(({ admin }) => admin),
      missing: asked.size - found.length,
      ...(await takenWith(stores, going, now)),
    };
  });
