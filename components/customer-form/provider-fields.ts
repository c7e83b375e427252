import type { MicrosoftField } from "@/lib/core/microsoft";
import type { ProviderOption } from "./values";

export interface DataField {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  type?: "text" | "email" | "flag";
  /** Several of these, as checkboxes. */
  choices?: readonly { value: string; label: string }[];
}

/** What Microsoft is told of an organisation; who accepted the agreement has its own step. */
const microsoft: readonly (DataField & { name: MicrosoftField })[] = [
  {
    name: "Domain",
    label: "Domain prefix",
    hint: "1 to 27 letters and digits; .onmicrosoft.com is added.",
    required: true,
  },
  { name: "CredentialsEmail", label: "E-mail for the credentials", type: "email" },
  { name: "DefaultCulture", label: "Culture", hint: "Such as en-US." },
  { name: "Language", label: "Language", hint: "Such as en." },
  { name: "AssociatedPartnerId", label: "Associated partner id" },
  {
    name: "Qualifications",
    label: "Qualifications",
    choices: [
      { value: "Education", label: "Education" },
      { value: "GovernmentCommunityCloud", label: "Government community cloud" },
      { value: "StateOwnedEntity", label: "State-owned entity" },
    ],
  },
  {
    name: "EnableGDAP",
    label: "Ask for delegated admin rights (GDAP)",
    type: "flag",
  },
];

const region = { name: "Region", label: "Region" };

/** The fields that each kind of provider knows. Whatever else it may be told goes into the raw JSON. */
export const dataFields: Record<ProviderOption["kind"], readonly DataField[]> = {
  microsoft,
  openstack: [region, { name: "Domain", label: "Domain", hint: "The Keystone domain of the customer." }],
  aws: [{ name: "Alias", label: "Account alias" }, region],
  azure: [{ name: "SubscriptionName", label: "Subscription name" }, region],
};

/** What a new account's data begin with: lists, since several checkboxes of one name need one. */
export const emptyData = (kind: ProviderOption["kind"]): Record<string, unknown> =>
  Object.fromEntries(dataFields[kind].flatMap(({ name, choices }) => (choices ? [[name, []]] : [])));

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
