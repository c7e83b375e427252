import { countryCodes, countryName, languageCodes, languageName } from "@/lib/core/countries";
import type { Scope } from "@/lib/core/scope";
import { houseId, listResellers } from "@/lib/domain/resellers/read";

const byName = (codes: readonly string[], nameOf: (code: string) => string) =>
  codes.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label, "en"));

/** Every country and every language by its name. */
export const choicesByName = () => ({
  countries: byName(countryCodes, countryName),
  languages: byName(languageCodes(), languageName),
});

/** The resellers that a new customer can belong to; undefined for whom there is nothing to choose. */
export async function resellerChoices(scope: Scope<"resellers:read">) {
  if (scope.resellerId) return undefined;
  const [resellers, house] = await Promise.all([listResellers(scope), houseId(scope)]);
  return resellers.filter(({ id }) => id !== house).map(({ id, name }) => ({ value: id, label: name }));
}
