import type { Advice } from "@/components/form/advice";
import type { MicrosoftField } from "@/lib/core/microsoft";
import type { ProviderOption } from "./values";

export interface DataField {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Where the provider has a form for it that is no rule of ours: any program may have sent what it likes. */
  advice?: Advice;
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
  {
    name: "AssociatedPartnerId",
    label: "Associated partner id",
    advice: { usual: /^\d{5,10}$/, otherwise: "A Microsoft partner id is a number of 5 to 10 digits." },
  },
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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The fields that each kind of provider knows. Whatever else it may be told goes into the raw JSON. */
export const dataFields: Record<ProviderOption["kind"], readonly DataField[]> = {
  microsoft,
  openstack: [
    {
      name: "Region",
      label: "Region",
      advice: { usual: /^.{1,255}$/, otherwise: "A Keystone region has at most 255 characters." },
    },
    {
      name: "Domain",
      label: "Domain",
      hint: "The Keystone domain of the customer.",
      advice: { usual: /^.{1,64}$/, otherwise: "A Keystone domain has at most 64 characters." },
    },
  ],
  aws: [
    {
      name: "Alias",
      label: "Account alias",
      advice: {
        usual: /^(?!\d{12}$)(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
        otherwise: "An AWS alias has 3 to 63 lower-case letters, digits and single hyphens, and is no account id.",
      },
    },
    {
      name: "Region",
      label: "Region",
      advice: { usual: /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, otherwise: "An AWS region is written like eu-central-1." },
    },
  ],
  azure: [
    {
      name: "SubscriptionName",
      label: "Subscription name",
      advice: {
        usual: /^[^<>;|]{1,64}$/,
        otherwise: "An Azure subscription's name has at most 64 characters, none of them < > ; or |.",
      },
    },
    {
      name: "Region",
      label: "Region",
      advice: { usual: /^[a-z]+\d{0,2}$/, otherwise: "An Azure region is written like westeurope." },
    },
  ],
};

/** The customer's own id there, where it has one already. */
export const idFields: Record<ProviderOption["kind"], Required<Pick<DataField, "hint" | "advice">>> = {
  microsoft: {
    hint: "The customer's tenant id at Microsoft, if it has one already.",
    advice: { usual: uuid, otherwise: "A tenant id is a UUID: 32 hexadecimal digits in five groups with hyphens." },
  },
  openstack: {
    hint: "The customer's id in Keystone, if it has one already.",
    advice: { usual: /^([0-9a-f]{32}|default)$/i, otherwise: "An id in Keystone has 32 hexadecimal digits." },
  },
  aws: {
    hint: "The 12 digits of the AWS account, if it has one already.",
    advice: { usual: /^\d{12}$/, otherwise: "An AWS account id has 12 digits." },
  },
  azure: {
    hint: "The customer's directory id, if it has one already.",
    advice: { usual: uuid, otherwise: "A directory id is a UUID: 32 hexadecimal digits in five groups with hyphens." },
  },
};

/** What a new account's data begin with: lists, since several checkboxes of one name need one. */
export const emptyData = (kind: ProviderOption["kind"]): Record<string, unknown> =>
  Object.fromEntries(dataFields[kind].flatMap(({ name, choices }) => (choices ? [[name, []]] : [])));
