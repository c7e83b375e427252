import { type Writes, write } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { hours, later, toSecond } from "@/lib/core/time";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import { type Account, type AccountAt, agreementColumns, type Margins, marginColumns, marginIssues } from "./account";
import { agreementFrom } from "./add";
import { type AccountData, readAccountData } from "./data";

type Values = Omit<Parameters<Writes["accounts"]["change"]>[1], "modifiedAt">;

/** Of the account that the customer has at the provider. With `version` it refuses to overwrite a later change: 412. */
const change = (
  scope: Scope<"accounts:write">,
  action: string,
  { customerId, providerId }: AccountPlace,
  values: (found: AccountAt) => Values,
  now: Date,
  version: number | undefined,
): Promise<Account> =>
  write(scope, action, async ({ accounts, customers }) => {
    present(await customers.held(customerId));
    const found = present(await accounts.at(customerId, providerId), "Provider account");
    const changed = await accounts.change(found.account.id, { ...values(found), modifiedAt: now }, version);
    if (!changed) throw stale(found.account.version);
    return changed;
  });

/** An account is known by its customer and its provider. */
export interface AccountPlace {
  readonly customerId: string;
  readonly providerId: string;
}

export const updateMargins = async (
  scope: Scope<"accounts:write">,
  place: AccountPlace,
  margins: Margins,
  now: Date,
  version?: number,
): Promise<Account> => {
  const issues = marginIssues(margins);
  if (issues.length > 0) throw new Problem("request.invalid", { issues });
  const { margin, offerTypeMargins } = margins;
  const values = { ...(margin !== undefined && marginColumns(margin)), ...(offerTypeMargins && { offerTypeMargins }) };
  return change(scope, "account.update_margins", place, () => values, now, version);
};

export interface Acceptance {
  agreementDate: Date;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string | undefined;
  /** Undefined leaves what was said before. */
  keepPrimaryInformation?: boolean | undefined;
}

/** 422 for an agreement that is still to come, in any time zone. Vendors' own texts say nothing of it. */
export function checkAgreed(date: Date, path: string[], now: Date): void {
  if (date > later(now, hours(14))) throw invalid(path, "must not be in the future", "range");
}

/** The customer has accepted Microsoft's agreement: kept in the data and as the state of the agreement. */
export const acceptAgreement = (
  scope: Scope<"accounts:write">,
  place: AccountPlace,
  acceptance: Acceptance,
  now: Date,
  version?: number,
): Promise<Account> =>
  change(
    scope,
    "account.accept_agreement",
    place,
    ({ account, provider }) => {
      if (provider.kind !== "microsoft") throw invalid(["providerId"], `${provider.name} asks for no agreement`);
      const keep = acceptance.keepPrimaryInformation;
      const data = {
        ...account.data,
        AcceptedMCA: true,
        AgreementDate: toSecond(acceptance.agreementDate),
        ...(keep !== undefined && { KeepPrimaryInformation: keep }),
        FirstName: acceptance.firstName,
        LastName: acceptance.lastName,
        Email: acceptance.email,
        Phone: acceptance.phone ?? "",
      };
      return { data, ...agreementColumns(agreementFrom(data, now)) };
    },
    now,
    version,
  );

/** Replaces what the provider is told of the customer; what it says of the agreement holds from then on. */
export const updateData = (
  scope: Scope<"accounts:write">,
  place: AccountPlace,
  { data: given, providerCustomerId }: { data: AccountData | null; providerCustomerId?: string | null | undefined },
  now: Date,
  version?: number,
): Promise<Account> =>
  change(
    scope,
    "account.update_data",
    place,
    ({ account, provider }) => {
      const providerId = providerCustomerId === undefined ? account.providerCustomerId : providerCustomerId || null;
      const { data, issues } = readAccountData(provider.kind, given, providerId);
      if (issues.length > 0) {
        throw new Problem("request.invalid", {
          issues: issues.map((issue) => ({ ...issue, path: ["data", ...issue.path] })),
        });
      }
      const tells =
        provider.kind === "microsoft" && (data.AcceptedMCA === true) !== (account.data.AcceptedMCA === true);
      return {
        data,
        providerCustomerId: providerId,
        ...(tells && agreementColumns(agreementFrom(data, now))),
      };
    },
    now,
    version,
  );
