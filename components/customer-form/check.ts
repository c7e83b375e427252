import { type Fault, faultsOf } from "@/components/form/use-contract-form";
import { createCustomer } from "@/lib/api/portal/customers.contract";
import { readMicrosoft } from "@/lib/core/microsoft";
import { marginFault, marginRules } from "@/lib/core/money";
import { bodyOf, told } from "./body";
import { landed, rawFault } from "./raw";
import type { AccountValues, CustomerValues, ProviderOption } from "./values";

/** The rule decides which percentages there are. */
function marginFaults({ margin, offer_type_margins = {} }: AccountValues): Fault[] {
  const all = [
    { path: ["margin"], ...margin },
    ...Object.entries(offer_type_margins).map(([type, one]) => ({ path: ["offer_type_margins", type], ...one })),
  ];
  return all.flatMap(({ path, rule, value = "" }) => {
    const known = marginRules.find((one) => one === rule);
    const message = known && value.trim() !== "" && marginFault(known, value.trim());
    return message ? [{ path: [...path, "value"], message }] : [];
  });
}

/** What the contract cannot know: which provider the account is at, and how its data are being written. */
function dataFaults(account: AccountValues, kind: ProviderOption["kind"] | undefined): Fault[] {
  const unreadable = account.raw !== undefined && rawFault(account.raw);
  if (unreadable) return [{ path: ["raw"], message: unreadable }];
  const data = told(account);
  // A customer that Microsoft knows already needs no data to be made there.
  const known = account.provider_customer_id && Object.values(data ?? {}).every((value) => !value);
  if (kind !== "microsoft" || known) return [];
  return readMicrosoft(data ?? {}).faults.map(({ path, message }) => ({ path: ["data", ...path], message }));
}

/** All that stands in the way of creating what is filled in. */
export const check =
  (providers: readonly ProviderOption[]) =>
  async (values: CustomerValues): Promise<readonly Fault[]> => {
    const kinds = new Map(providers.map(({ id, kind }) => [id, kind]));
    const ofAccounts = (values.accounts ?? []).flatMap((account, index) =>
      [...dataFaults(account, kinds.get(account.provider_id)), ...marginFaults(account)].map(({ path, message }) => ({
        path: ["accounts", index, ...path],
        message,
      })),
    );
    return landed(values, [...faultsOf(createCustomer, bodyOf(values)), ...ofAccounts]);
  };
