import { write } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";

/** Puts a customer on one of the CSP's plans, or on none. Its own key may not: a plan is what it pays for. */
export const setPlan = async (
  scope: Scope<"customers:write">,
  customerId: string,
  planId: string | null,
  now: Date,
): Promise<Customer> => {
  if (scope.level === "customer") {
    throw new Problem("permission.missing", { detail: "A customer's plan is changed by its reseller" });
  }
  return write(scope, "customer.set_plan", async ({ customers, plans }) => {
    if (planId !== null && !(await plans.byId(planId))) {
      throw invalid(["billingPlanId"], "is not one of the plans on offer", "unknown");
    }
    return present(await customers.change(customerId, { billingPlanId: planId, modifiedAt: now }));
  });
};
