import type { Provider, Row } from "@/db/doors";
import { type Margin, marginFault, type OfferTypeMargins } from "@/lib/core/money";
import type { Issue } from "@/lib/core/problem";

export type Account = Row<"provider_account">;
export type AgreementStatus = NonNullable<Account["agreementStatus"]>;
export type Signatory = NonNullable<Account["agreementSignatory"]>;

/** An account with what is shown of its provider. */
export interface AccountAt {
  readonly account: Account;
  readonly provider: Pick<Provider, "name" | "kind">;
}

/** Microsoft's customer agreement: who agreed for the customer, and when. */
export interface Agreement {
  status: AgreementStatus;
  signatory: Signatory | null;
  attestationId: string | null;
  dateAgreed: Date | null;
  updatedAt: Date | null;
}

export const marginOf = ({ marginRule, marginValue }: Account): Margin | null =>
  marginRule && marginValue !== null ? { rule: marginRule, value: marginValue } : null;

/** Null where the provider asks for none. */
export const agreementOf = (account: Account): Agreement | null =>
  account.agreementStatus && {
    status: account.agreementStatus,
    signatory: account.agreementSignatory,
    attestationId: account.agreementAttestationId,
    dateAgreed: account.agreementDateAgreed,
    updatedAt: account.agreementUpdatedAt,
  };

/** As the columns want them. */
export const marginColumns = (margin: Margin | null) => ({
  marginRule: margin?.rule ?? null,
  marginValue: margin?.value ?? null,
});

export const agreementColumns = (agreement: Agreement | null) => ({
  agreementStatus: agreement?.status ?? null,
  agreementSignatory: agreement?.signatory ?? null,
  agreementAttestationId: agreement?.attestationId ?? null,
  agreementDateAgreed: agreement?.dateAgreed ?? null,
  agreementUpdatedAt: agreement?.updatedAt ?? null,
});

export interface Margins {
  /** Undefined leaves it, null takes it away. */
  margin?: Margin | null | undefined;
  /** Undefined leaves them; else they replace all that were there. */
  offerTypeMargins?: OfferTypeMargins | undefined;
}

export function marginIssues({ margin, offerTypeMargins = {} }: Margins, at: Issue["path"] = []): Issue[] {
  const faulty = (one: Margin | null | undefined, path: Issue["path"]): Issue[] => {
    const message = one && marginFault(one.rule, one.value);
    return message ? [{ path: [...at, ...path, "value"], rule: "range", message }] : [];
  };
  const overrides = Object.entries(offerTypeMargins);
  return [
    ...faulty(margin, ["margin"]),
    ...overrides.flatMap(([type, one]) => faulty(one, ["offerTypeMargins", type])),
  ];
}
