import type { MicrosoftField } from "@/lib/core/microsoft";

/** What the agreement step fills in, besides the account's agreement itself. */
export const agreementFields: readonly string[] = [
  "AcceptedMCA",
  "AgreementDate",
  "KeepPrimaryInformation",
  "FirstName",
  "LastName",
  "Email",
  "Phone",
] satisfies MicrosoftField[];
