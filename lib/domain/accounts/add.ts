import { type Provider, type Writes, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { type Issue, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { instantOf } from "@/lib/core/time";
import { type Customer, present } from "../customers/customer";
import {
  type Account,
  type Agreement,
  agreementColumns,
  type Margins,
  marginColumns,
  marginIssues,
  type Signatory,
} from "./account";
import { type AccountData, readAccountData } from "./data";

export interface NewAccount extends Margins {
  providerId: string;
  /** The provider's own id of this customer, where it has one already. */
  providerCustomerId?: string | null | undefined;
  data?: AccountData | null | undefined;
  /** Where it is not said: what the data tell. */
  agreement?: Agreement | null | undefined;
}

/** An account that was checked and waits to be written. */
type Planned = Omit<NewAccount, "data" | "agreement"> & {
  data: Record<string, unknown>;
  agreement: Agreement | null;
};

/** Checks accounts of one customer against the providers open to the CSP. Throws all that is wrong with any of them. */
export async function planAccounts(
  { providers }: Pick<Writes, "providers">,
  accounts: readonly NewAccount[],
  now: Date,
  pathOf: (index: number) => Issue["path"] = (index) => ["accounts", index],
): Promise<Planned[]> {
  const open = new Map((await providers.open()).map((provider) => [provider.id, provider]));
  const plans = accounts.map((account, index) =>
    planAccount(account, open.get(account.providerId), now, pathOf(index)),
  );
  const issues = plans.flatMap((plan) => plan.issues);
  if (issues.length > 0) throw new Problem("request.invalid", { issues });
  return plans.map(({ planned }) => planned);
}

function planAccount(account: NewAccount, provider: Provider | undefined, now: Date, at: Issue["path"]) {
  const issues = marginIssues(account, at);
  const { data: given = null, agreement: said, providerCustomerId = null } = account;
  if (!provider) {
    issues.push({ path: [...at, "providerId"], rule: "invalid", message: "is not a provider open to this portal" });
    return { issues, planned: { ...account, data: {}, agreement: null } };
  }
  const { data, issues: faults } = readAccountData(provider.kind, given, providerCustomerId);
  issues.push(...faults.map((fault) => ({ ...fault, path: [...at, "data", ...fault.path] })));
  if (said && provider.kind !== "microsoft") {
    issues.push({ path: [...at, "agreement"], rule: "invalid", message: `is not asked for by ${provider.name}` });
  }
  const agreement = provider.kind === "microsoft" ? (said ? reached(said, now) : agreementFrom(data, now)) : null;
  return { issues, planned: { ...account, data, agreement } };
}

/** One that somebody agreed to was updated at some time: now, unless it is said. */
const reached = (said: Agreement, now: Date): Agreement => ({
  ...said,
  updatedAt: said.updatedAt ?? (said.dateAgreed && now),
});

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const signatoryFrom = (data: AccountData): Signatory => ({
  firstName: textOf(data.FirstName),
  lastName: textOf(data.LastName),
  email: textOf(data.Email),
  phone: textOf(data.Phone),
});

/** The agreement that Microsoft's data speak of: accepted by whom and when, or still required. */
export function agreementFrom(data: AccountData, now: Date): Agreement {
  const none = { signatory: null, attestationId: null, dateAgreed: null, updatedAt: null };
  if (data.AcceptedMCA !== true) return { ...none, status: "required" };
  const dateAgreed = instantOf(textOf(data.AgreementDate)) ?? null;
  return { ...none, status: "customeraccepted", signatory: signatoryFrom(data), dateAgreed, updatedAt: now };
}

/** Writes a planned account within a transaction at hand, and lets the customer use its provider. */
export async function addPlanned(
  { accounts, providers }: Pick<Writes, "accounts" | "providers">,
  { cspId, resellerId, id: customerId }: Customer,
  plan: Planned,
  now: Date,
): Promise<Account> {
  const path = { cspId, resellerId, customerId, providerId: plan.providerId, createdAt: now };
  await providers.allow(path);
  const made = await accounts.add({
    id: newId(now),
    ...path,
    providerCustomerId: plan.providerCustomerId || null,
    data: plan.data,
    ...marginColumns(plan.margin ?? null),
    offerTypeMargins: plan.offerTypeMargins ?? {},
    ...agreementColumns(plan.agreement),
    modifiedAt: now,
  });
  if (made) return made;
  throw new Problem("account.exists", {
    detail: "The customer has an account at that provider; change that one instead",
  });
}

/** 409 where the customer has an account at that provider. */
export const addAccount = (
  scope: Scope<"accounts:write">,
  customerId: string,
  account: NewAccount,
  now: Date,
): Promise<Account> =>
  write(scope, "account.add", async (stores) => {
    const customer = present(await stores.customers.held(customerId));
    const [plan] = await planAccounts(stores, [account], now, () => []);
    return addPlanned(stores, customer, present(plan), now);
  });
