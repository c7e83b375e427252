import { Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import type { CustomerStatus } from "./customer";
import { deleteCustomer, restoreCustomer } from "./remove";
import { setCustomerStatus } from "./update";

export type BulkAction =
  | { action: "set_status"; status: CustomerStatus }
  | { action: "delete" }
  | { action: "restore" };

/** Does the same to each of some customers, each by itself: what fails with one leaves the others as they are to be. */
export async function changeMany(
  scope: Scope<"customers:write">,
  ids: readonly string[],
  what: BulkAction,
  now: Date,
): Promise<{ id: string; problem: Problem | undefined }[]> {
  const results = [];
  for (const id of new Set(ids)) results.push({ id, problem: await attempt(() => changeOne(scope, id, what, now)) });
  return results;
}

const changeOne = (scope: Scope<"customers:write">, id: string, what: BulkAction, now: Date) => {
  if (what.action === "delete") return deleteCustomer(scope, id, now);
  if (what.action === "restore") return restoreCustomer(scope, id, now);
  return setCustomerStatus(scope, id, what.status, now);
};

/** What is not a problem of the customer's is ours, and ends all. */
async function attempt(work: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
