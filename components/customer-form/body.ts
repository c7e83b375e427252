import type { z } from "zod";
import { withoutEmpty } from "@/components/form/names";
import type { createCustomer } from "@/lib/api/portal/customers.contract";
import { agreementFields } from "./agreement-fields";
import { type AccountValues, type CustomerValues, dataOf } from "./values";

/** A day as a date control has it, as an instant; anything else as it is. */
const instant = (day: unknown) =>
  typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day;

/** Who accepted the agreement counts only while somebody did. */
export function told(account: AccountValues): Record<string, unknown> | undefined {
  const data = dataOf(account);
  if (!data || account.raw !== undefined || data.AcceptedMCA === undefined) return data;
  if (data.AcceptedMCA === true) return { ...data, AgreementDate: instant(data.AgreementDate) };
  const rest = Object.entries(data).filter(([name]) => !agreementFields.includes(name));
  return { ...Object.fromEntries(rest), AcceptedMCA: false };
}

/** The body that creates what is filled in. `check` says whether it is one: until then it may be anything. */
export const bodyOf = ({ accounts = [], ...details }: Partial<CustomerValues>) =>
  withoutEmpty({
    ...details,
    accounts: accounts.map((account) => ({ ...account, raw: undefined, data: told(account) })),
  }) as z.input<NonNullable<typeof createCustomer.body>>;
