import type { OfferType } from "@/lib/core/money";

/** What the form needs to know of a provider that is open to the CSP. */
export interface ProviderOption {
  id: string;
  name: string;
  kind: "microsoft" | "openstack" | "aws" | "azure";
  disambiguation: string | null;
  requiredCredentials: readonly string[];
  offerTypes: readonly OfferType[];
  /** ISO 3166-1 alpha-2; empty means everywhere. */
  supportedCountries: readonly string[];
}

export interface MarginValues {
  rule?: string;
  value?: string;
}

export interface AccountValues {
  provider_id: string;
  provider_customer_id?: string;
  data?: Record<string, unknown>;
  /** The data as an expert writes it; counts instead of `data` while it is there. */
  raw?: string;
  margin?: MarginValues;
  offer_type_margins?: Partial<Record<OfferType, MarginValues>>;
}

/** The object in a text, or undefined where there is none; `rawFault` says why. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** What is said of the customer to the provider, in whichever way it is being written. */
export const dataOf = ({ data = {}, raw }: AccountValues): Record<string, unknown> | undefined =>
  raw === undefined ? data : objectIn(raw);

/** What a new customer is made of, under the names that the API has for it. */
export interface CustomerValues {
  name: string;
  status?: string;
  reseller_id?: string;
  tax_id?: string;
  external_id?: string;
  internal_identifier?: string;
  description?: string;
  address_line1?: string;
  address_line2?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  first_name?: string;
  middle_name?: string;
  last_name?: string;
  email?: string;
  phone?: string;
  phone_extension?: string;
  language?: string;
  accounts: AccountValues[];
}

/** What is said of the customer itself. */
export type DetailName = Exclude<keyof CustomerValues, "accounts">;
export type DetailValues = Partial<Record<DetailName, string>>;

/** What a form comes back with when it was sent before its scripts were there. */
export interface Posted {
  values: DetailValues;
  /** What was wrong, by the names of the fields; under "" what belongs to none. */
  faults: Readonly<Record<string, string>>;
}
