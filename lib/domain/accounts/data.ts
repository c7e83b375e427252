import type { Provider } from "@/db/doors";
import { jsonFault } from "@/lib/core/json";
import { readMicrosoft } from "@/lib/core/microsoft";
import type { Issue } from "@/lib/core/problem";
import { isPlainProse } from "@/lib/core/text";

export type AccountData = Readonly<Record<string, unknown>>;

/**
 * What a provider of this kind is told of the customer, in the form in which it is kept, with what is wrong with it.
 * Microsoft makes a tenant from it, so it can be left out only for one that exists already.
 */
export function readAccountData(
  kind: Provider["kind"],
  given: AccountData | null,
  providerCustomerId: string | null,
): { data: Record<string, unknown>; issues: readonly Issue[] } {
  if (kind === "microsoft") {
    if (given === null && providerCustomerId) return { data: {}, issues: [] };
    const { data, faults } = readMicrosoft(given ?? {});
    return { data, issues: faults };
  }
  const data = { ...given };
  const fault = jsonFault(data);
  if (fault) return { data, issues: [{ path: [], rule: "range", message: fault }] };
  const odd = Object.keys(data).filter((key) => !isPlain({ [key]: data[key] }));
  const message = "must not contain control characters";
  return { data, issues: odd.map((key) => ({ path: [key], rule: "format", message })) };
}

/** Texts at any depth, and their names. */
function isPlain(value: unknown): boolean {
  if (typeof value === "string") return isPlainProse(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isPlainProse(key) && isPlain(inner));
}
