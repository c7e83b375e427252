import { read } from "@/db/doors";
import type { AgreementStatus } from "@/lib/core/lists";
import type { Scope } from "@/lib/core/scope";
import { type CustomerStatus, customerStatuses } from "../customers/customer";

/** A limit is near its plan's from nine tenths of it on. */
const NEAR = 0.9;
/** So many of each are named; more are counted up to `MOST`. */
const NAMED = 50;
const MOST = 1000;

const waiting: readonly AgreementStatus[] = ["required", "linkexpired"];

/** At most `NAMED` rows, and how many there are. */
const few = <T>(rows: readonly T[]) => ({ count: rows.length, first: rows.slice(0, NAMED) });

/** How things stand below the scope: customers, what runs, what needs somebody's attention. */
export const overviewOf = (scope: Scope<"customers:read" | "resources:read">) =>
  read(scope, async ({ customerList, overview }) => {
    const statuses = await customerList.tally("statuses", {});
    const agreements = { agreements: waiting };
    const order = { by: "agreement", descending: false } as const;
    const [live, failing, nearPlan, overAllocated, waitingCount, waitingFirst] = await Promise.all([
      overview.live(),
      overview.failing(MOST),
      overview.nearPlan(NEAR, MOST),
      overview.overAllocated(MOST),
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
        accounts: few(failing),
        limits: few(nearPlan),
        capacity: few(overAllocated),
      },
    };
  });

export type Overview = Awaited<ReturnType<typeof overviewOf>>;
