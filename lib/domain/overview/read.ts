import { read } from "@/db/doors";
import type { AgreementStatus, Attention } from "@/lib/core/lists";
import type { Scope } from "@/lib/core/scope";
import { type CustomerStatus, customerStatuses } from "../customers/customer";

/** So many of each are named. */
const NAMED = 50;

const waiting: readonly AgreementStatus[] = ["required", "linkexpired"];

/** How things stand below the scope: customers, what runs, what needs somebody's attention. */
export const overviewOf = (scope: Scope<"customers:read" | "resources:read">) =>
  read(scope, async ({ customerList, overview }) => {
    const statuses = await customerList.tally("statuses", {});
    /** The first of the list under the filter, with why they are on it, and how many there are. */
    const needing = async <T>(what: Attention, why: (ids: readonly string[]) => Promise<T[]>) => {
      const filter = { attentions: [what] };
      const named = await customerList.page(filter, { by: "name", descending: false }, { limit: NAMED });
      const first = await why(named.map(({ customer }) => customer.id));
      return { count: await customerList.count(filter), first };
    };
    const agreements = { agreements: waiting };
    const order = { by: "agreement", descending: false } as const;
    const [live, accounts, limits, capacity, waitingCount, waitingFirst] = await Promise.all([
      overview.live(),
      needing("accounts_in_error", overview.failing),
      needing("limit_near_plan", overview.limits),
      needing("capacity_over_allocated", overview.overAllocated),
      customerList.count(agreements),
      customerList.page(agreements, order, { limit: NAMED }),
    ]);
    return {
      customers: Object.fromEntries(customerStatuses.map((status) => [status, statuses.get(status) ?? 0])) as Record<
        CustomerStatus,
        number
      >,
      live: live.map(({ providerId, provider, kind, n }) => ({
        provider: { id: providerId, name: provider },
        kind,
        count: n,
      })),
      attention: {
        agreements: {
          count: waitingCount,
          first: waitingFirst.map(({ customer: { id, name }, agreement }) => ({ customer: { id, name }, agreement })),
        },
        accounts,
        limits,
        capacity,
      },
    };
  });

export type Overview = Awaited<ReturnType<typeof overviewOf>>;
