import { read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { CONCURRENCY_LIMIT } from "@/lib/core/settings";
import { present } from "../customers/customer";
import { settingsOf } from "./read";

export interface Concurrency {
  /** The customer's own limit; null where it is not set. */
  own: number | null;
  /** Null for a customer without a plan; its `concurrency` is null where the plan does not limit. */
  plan: { name: string; concurrency: number | null } | null;
  /** What holds: the lower one. Null is unlimited. */
  effective: number | null;
  decidedBy: "own" | "plan" | "nothing";
  /** A sentence for people. */
  reason: string;
}

/** The one rule of how many calls a customer may have at a time. */
export function effectiveLimit(own: Concurrency["own"], plan: Concurrency["plan"]): Concurrency {
  const most = plan?.concurrency ?? null;
  const limits = [own, most].filter((limit) => limit !== null);
  const effective = limits.length === 0 ? null : Math.min(...limits);
  const decidedBy = effective === null ? "nothing" : effective === own ? "own" : "plan";
  return { own, plan, effective, decidedBy, reason: reasonOf(own, plan?.name ?? "", most) };
}

function reasonOf(own: number | null, plan: string, most: number | null): string {
  if (own === 0) return "Its own limit of 0 blocks every call.";
  if (own === null && most === null) return plan ? `Unlimited by the plan ${plan}.` : "There is no limit and no plan.";
  if (own === null) return `The plan ${plan} allows ${most}; there is no limit of its own.`;
  if (most === null) return `Its own limit of ${own}; ${plan ? `the plan ${plan} sets none` : "there is no plan"}.`;
  if (own > most) return `The plan ${plan} allows ${most}, which is below its own limit of ${own}.`;
  if (own === most) return `Its own limit and the plan ${plan} both allow ${own}.`;
  return `Its own limit of ${own} is below the ${most} of the plan ${plan}.`;
}

export const concurrencyOf = (scope: Scope<"settings:read">, customerId: string): Promise<Concurrency> =>
  read(scope, async (stores) => {
    const { billingPlanId } = present(await stores.customers.byId(customerId));
    const settings = await settingsOf(stores, customerId);
    const plan = billingPlanId === null ? undefined : await stores.plans.byId(billingPlanId);
    return effectiveLimit(settings[CONCURRENCY_LIMIT] ?? null, plan ?? null);
  });
