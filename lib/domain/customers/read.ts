import { read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { latestActivity } from "../activity/touch";
import { type Customer, type CustomerStatus, present } from "./customer";

type Reading = Scope<"customers:read">;

/** One customer below the scope; 404 for any other. */
export const getCustomer = async (scope: Reading, id: string): Promise<Customer> =>
  withActivity(present(await read(scope, ({ customers }) => customers.byId(id))));

/** Activity is written once in a while; what has come since is in memory. */
export const withActivity = <C extends Pick<Customer, "id" | "lastActivityAt">>(customer: C): C => {
  const lastActivityAt = latestActivity(customer.id, customer.lastActivityAt);
  return lastActivityAt === customer.lastActivityAt ? customer : { ...customer, lastActivityAt };
};

/** The ids of those that match all that is given, the name exactly but for case. In order of creation. */
export const findCustomers = (
  scope: Reading,
  filter: { name?: string | undefined; status?: CustomerStatus | undefined; resourceGroupId?: string | undefined },
): Promise<string[]> => read(scope, ({ customers }) => customers.find(filter));

/** Numbered page (from 1) in order of creation, with the number of all. */
export const pageOfCustomers = (scope: Reading, page: number, perPage: number) =>
  read(scope, async ({ customers, customerList }) => ({
    items: await customers.page((page - 1) * perPage, perPage),
    total: await customerList.count({}),
  }));

const CHUNK = 500;

/**
 * Every customer below the scope in order of creation, some hundred at a time, so that a list of any length takes little
 * memory. Between chunks other requests get their turn: awaiting a writable's `drain` alone would starve them.
 */
export async function* allCustomers(scope: Reading): AsyncGenerator<Customer[]> {
  let last: Customer | undefined;
  for (;;) {
    const chunk: Customer[] = await read(scope, ({ customers }) => customers.chunk(last, CHUNK));
    if (chunk.length > 0) yield chunk;
    if (chunk.length < CHUNK) return;
    last = chunk.at(-1);
    await new Promise(setImmediate);
  }
}
