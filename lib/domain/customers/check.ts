import type { Writes } from "@/db/doors";
import { isCountry } from "@/lib/core/countries";
import { invalid } from "@/lib/core/problem";
import type { CustomerDetails } from "./customer";

/** What a contract cannot know of a customer's details: the countries that there are, and the CSP's plans. */
export async function checkDetails(
  { plans }: Pick<Writes, "plans">,
  { country, billingPlanId, skinNames }: CustomerDetails,
): Promise<void> {
  if (country && !isCountry(country)) {
    throw invalid(["country"], "is not the code of a country (ISO 3166-1 alpha-2)", "unknown");
  }
  if (billingPlanId && !(await plans.byId(billingPlanId))) {
    throw invalid(["billingPlanId"], "is not one of the plans on offer", "unknown");
  }
  if (skinNames && new Set(skinNames).size < skinNames.length) {
    throw invalid(["skinNames"], "has the same name twice", "taken");
  }
}
