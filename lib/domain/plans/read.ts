import { type Plan, read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import type { Customer } from "../customers/customer";

export type { Plan };

type Reading = Scope<"customers:read">;

/** The plans that the CSP offers, oldest first. */
export const listPlans = (scope: Reading): Promise<Plan[]> => read(scope, ({ plans }) => plans.list());

/** Null for a customer without a plan. */
export const planOf = async (scope: Reading, { billingPlanId }: Customer): Promise<Plan | null> =>
  (billingPlanId === null ? undefined : await read(scope, ({ plans }) => plans.byId(billingPlanId))) ?? null;
