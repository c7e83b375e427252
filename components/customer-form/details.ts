import { statusLabel } from "@/components/ui/badge";
import type { Option } from "@/components/ui/input";
import type { DetailName, DetailValues } from "./values";

/** What the server knows and selects offer. Without `resellers` the customer is the caller's own. */
export interface Choices {
  countries: readonly Option[];
  languages: readonly Option[];
  resellers?: readonly Option[];
  /** Whose customer it becomes where there is nothing to choose. */
  reseller?: string | undefined;
}

export interface Detail {
  name: DetailName;
  label: string;
  hint?: string;
  required?: true;
  type?: "email" | "tel";
  /** Takes the whole width. */
  wide?: true;
  long?: true;
  options?: (choices: Choices) => readonly Option[] | undefined;
  /** The empty choice, for what need not be chosen. */
  none?: string;
}

const statuses = (["CONFIGURED", "ACTIVE", "DISABLED"] as const).map((value) => ({ value, label: statusLabel(value) }));

export const company: readonly Detail[] = [
  { name: "name", label: "Company name", hint: "As it stands in the commercial register.", required: true, wide: true },
  {
    name: "reseller_id",
    label: "Reseller",
    none: "None: a direct customer",
    wide: true,
    options: ({ resellers }) => resellers,
  },
  { name: "status", label: "Status", required: true, options: () => statuses },
  { name: "tax_id", label: "Tax id" },
  { name: "address_line1", label: "Address", wide: true },
  { name: "address_line2", label: "Address, second line", wide: true },
  { name: "zip", label: "Postal code" },
  { name: "city", label: "City" },
  { name: "state", label: "State or region" },
  { name: "country", label: "Country", none: "Choose a country", options: ({ countries }) => countries },
  { name: "external_id", label: "External id", hint: "The customer's id in your own system." },
  { name: "internal_identifier", label: "Internal identifier", hint: "A number of your books, such as a debtor's." },
  { name: "description", label: "Description", wide: true, long: true },
];

export const contact: readonly Detail[] = [
  { name: "first_name", label: "First name" },
  { name: "last_name", label: "Last name" },
  { name: "middle_name", label: "Middle name" },
  { name: "email", label: "E-mail", type: "email" },
  { name: "phone", label: "Phone", type: "tel" },
  { name: "phone_extension", label: "Extension" },
  { name: "language", label: "Language", none: "Choose a language", options: ({ languages }) => languages },
];

/** All fields, each without a value but for the status that a customer begins with. */
export const emptyDetails = {
  ...Object.fromEntries([...company, ...contact].map(({ name }) => [name, ""])),
  name: "",
  status: "CONFIGURED",
} satisfies DetailValues;
