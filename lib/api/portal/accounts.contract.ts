import { z } from "zod";
import { agreementUrgency } from "../../core/lists";
import { marginRules, offerTypes } from "../../core/margin";
import { contract } from "../contract";
import { email, filledText, instant, jsonObject, text, uuid } from "../wire";
import { collectionVersion, decimal, etag, moment, named } from "./pieces.contract";

/** A customer's accounts at providers, and the providers that it may use. */

export const Margin = z.strictObject({ rule: z.enum(marginRules), value: decimal() });
export const OfferTypeMargins = z.partialRecord(z.enum(offerTypes), Margin);
const signatory = { first_name: filledText(), last_name: filledText(), email: email(), phone: text(30).default("") };

/** What an account at a provider is made of; `data` is checked by the rules of the provider's kind. */
export const NewAccount = z.strictObject({
  provider_id: uuid(),
  provider_customer_id: text().nullable().optional(),
  data: jsonObject().nullable().optional(),
  margin: Margin.nullable().optional(),
  offer_type_margins: OfferTypeMargins.optional(),
  agreement: z
    .strictObject({
      status: z.enum(agreementUrgency),
      signatory: z.strictObject(signatory).nullable().default(null),
      attestation_id: text().nullable().default(null),
      date_agreed: moment().nullable().default(null),
    })
    .nullable()
    .optional()
    .meta({ description: "Where the provider asks for one; without it: what `data` tells" }),
});
export type NewAccount = z.output<typeof NewAccount>;

const ShownMargin = z.object({ rule: z.enum(marginRules), value: z.string() });

export const Account = z.object({
  id: z.string(),
  provider: named.extend({ kind: z.string() }),
  provider_customer_id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  margin: ShownMargin.nullable(),
  offer_type_margins: z.partialRecord(z.enum(offerTypes), ShownMargin),
  agreement: z
    .object({
      status: z.enum(agreementUrgency),
      signatory: z
        .object({ first_name: z.string(), last_name: z.string(), email: z.string(), phone: z.string() })
        .nullable(),
      attestation_id: z.string().nullable(),
      date_agreed: instant().nullable(),
      updated_at: instant().nullable(),
    })
    .nullable(),
  state: z.enum(["idle", "error"]),
  created_at: instant(),
  modified_at: instant(),
  version: z.int(),
});
export type Account = z.output<typeof Account>;

const customer = z.strictObject({ customer_id: uuid() });
const place = customer.extend({ provider_id: uuid() });
const tag = "Provider accounts";
const accounts = "/api/v1/customers/{customer_id}/accounts";
/** The showcase's account at Microsoft. */
const showcase = { customer_id: "{customer}", provider_id: "{microsoft}" };

export const listAccounts = contract({
  id: "listAccounts",
  method: "GET",
  path: accounts,
  tag,
  summary: "List a customer's accounts at providers",
  needs: "accounts:read",
  params: customer,
  reply: z.object({ items: z.array(Account) }),
  status: 200,
  examples: [{ params: { customer_id: "{customer}" } }],
});

export const showAccount = contract({
  id: "showAccount",
  method: "GET",
  path: `${accounts}/{provider_id}`,
  tag,
  summary: "Show a customer's account at a provider",
  needs: "accounts:read",
  params: place,
  reply: Account,
  status: 200,
  headers: etag,
  examples: [{ params: showcase }],
});

export const addAccount = contract({
  id: "addAccount",
  method: "POST",
  path: accounts,
  tag,
  summary: "Add an account at a provider",
  needs: "accounts:write",
  params: customer,
  body: NewAccount,
  reply: Account,
  status: 201,
  headers: etag,
  problems: ["request.invalid", "account.exists"],
  examples: [
    {
      params: { customer_id: "{disposable}" },
      body: { provider_id: "{microsoft}", data: { Domain: "harbourlights" }, margin: { rule: "margin", value: "10" } },
    },
  ],
});

export const removeAccount = contract({
  id: "removeAccount",
  method: "DELETE",
  path: `${accounts}/{provider_id}`,
  tag,
  summary: "Remove an account from the portal",
  description: "What runs at the provider keeps running there.",
  needs: "accounts:write",
  params: place,
  status: 204,
  problems: ["version.stale"],
  examples: [{ params: { customer_id: "{connected}", provider_id: "{microsoft}" } }],
});

export const setMargins = contract({
  id: "setMargins",
  method: "PATCH",
  path: `${accounts}/{provider_id}/margins`,
  tag,
  summary: "Change the margins of an account",
  needs: "accounts:write",
  params: place,
  body: z.strictObject({
    margin: Margin.nullable().optional().meta({ description: "Null takes it away" }),
    offer_type_margins: OfferTypeMargins.optional().meta({ description: "Replaces all of them" }),
  }),
  reply: Account,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [
    {
      params: showcase,
      body: {
        margin: { rule: "markup", value: "12.5" },
        offer_type_margins: { azurePlan: { rule: "margin", value: "8" } },
      },
    },
  ],
});

export const setData = contract({
  id: "setAccountData",
  method: "PUT",
  path: `${accounts}/{provider_id}/data`,
  tag,
  summary: "Replace what the provider is told of the customer",
  needs: "accounts:write",
  params: place,
  body: z.strictObject({ data: jsonObject().nullable(), provider_customer_id: text().nullable().optional() }),
  reply: Account,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [
    { params: { customer_id: "{connected}", provider_id: "{microsoft}" }, body: { data: { Domain: "harbourlights" } } },
  ],
});

export const acceptAgreement = contract({
  id: "acceptAgreement",
  method: "POST",
  path: `${accounts}/{provider_id}/agreement`,
  tag,
  summary: "Keep that the customer has accepted the provider's agreement",
  needs: "accounts:write",
  params: place,
  body: z.strictObject({
    agreement_date: moment(),
    ...signatory,
    keep_primary_information: z.boolean().optional(),
  }),
  reply: Account,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [
    {
      params: { customer_id: "{connected}", provider_id: "{microsoft}" },
      body: {
        agreement_date: "2026-03-29T10:26:51Z",
        first_name: "Maeve",
        last_name: "Quinn",
        email: "maeve@blueharbour.example",
      },
    },
  ],
});

export const Allowed = z.object({
  items: z.array(
    named.extend({
      kind: z.string(),
      required_credentials: z.array(z.string()),
      allowed: z.boolean(),
      account: z.boolean().meta({ description: "It has an account there" }),
    }),
  ),
  version: collectionVersion(),
});
export type Allowed = z.output<typeof Allowed>;
const allowed = "/api/v1/customers/{customer_id}/providers";

export const listAllowed = contract({
  id: "listCustomerProviders",
  method: "GET",
  path: allowed,
  tag,
  summary: "List the providers open to the portal, and which of them a customer may use",
  needs: ["customers:read", "providers:read"],
  params: customer,
  reply: Allowed,
  status: 200,
  headers: etag,
  examples: [{ params: { customer_id: "{customer}" } }],
});

export const allowProvider = contract({
  id: "allowProvider",
  method: "PUT",
  path: `${allowed}/{provider_id}`,
  tag,
  summary: "Let a customer use a provider",
  needs: "accounts:write",
  params: place,
  reply: Allowed,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { customer_id: "{disposable}", provider_id: "{provider}" } }],
});

export const disallowProvider = contract({
  id: "disallowProvider",
  method: "DELETE",
  path: `${allowed}/{provider_id}`,
  tag,
  summary: "Take a provider from a customer",
  needs: "accounts:write",
  params: place,
  reply: Allowed,
  status: 200,
  headers: etag,
  problems: ["resource.conflict", "version.stale"],
  examples: [{ params: { customer_id: "{disposable}", provider_id: "{provider}" } }],
});
