import { countryCodes, countryName } from "@/lib/core/countries";
import type { Scope } from "@/lib/core/scope";
import { houseId, listResellers } from "@/lib/domain/resellers/read";

/** Every country by its name. */
export const countryChoices = () =>
  countryCodes
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));

/** The resellers that a new customer can belong to; undefined for whom there is nothing to choose. */
export async function resellerChoices(scope: Scope<"resellers:read">) {
  if (scope.resellerId) return undefined;
  const [resellers, house] = await Promise.all([listResellers(scope), houseId(scope)]);
  return resellers.filter(({ id }) => id !== house).map(({ id, name }) => ({ value: id, label: name }));
}
