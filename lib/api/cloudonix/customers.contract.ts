import { z } from "zod";
import { CONCURRENCY_LIMIT, settingKinds, settingNames } from "../../core/settings";
import { contract } from "../contract";
import { instantToSecond, jsonObject } from "../wire";

/** cloudonix.txt: "Customer". */

const Settings = z
  .record(z.string(), z.unknown())
  .meta({ description: `The settings that are set, by name. There are: ${settingNames.join(", ")}` });

const Customer = z.object({
  name: z.string(),
  uuid: z.string(),
  profile: z.record(z.string(), z.unknown()),
  active: z.boolean(),
  createdAt: instantToSecond(),
  modifiedAt: instantToSecond(),
  settings: Settings,
  lastActivity: instantToSecond().nullable().meta({ description: "The last API call for the customer, to a minute" }),
  billingPlan: z
    .object({ name: z.string(), concurrency: z.int().nullable().meta({ description: "null is unlimited" }) })
    .nullable(),
});

const customer = z.object({
  customer: z.string().meta({ description: "self, a uuid, or the exact name, URI-encoded" }),
});
const setting = customer.extend({ name: z.string().meta({ description: `One of: ${settingNames.join(", ")}` }) });
const Limit = z.object({ limit: settingKinds[CONCURRENCY_LIMIT].schema });
const value = z.unknown().meta({ description: "Typed by the setting" });

/** A merge patch may remove more keys than an object may have in the end: the limits hold for the outcome. */
const patch = jsonObject({ keys: 10_000, bytes: 1024 * 1024 });

const at = (rest = "") => ({ path: `/customers/{customer}${rest}`, aliases: [`/tenants/{customer}${rest}`] });
const byId = { customer: "{customer}" };
const [bySelf, byName] = [{ customer: "self" }, { customer: "{customerName}" }];
const byLimit = { name: CONCURRENCY_LIMIT };

export const showCustomer = contract({
  id: "showCustomer",
  method: "GET",
  ...at(),
  summary: "Show a customer",
  needs: ["customers:read", "settings:read"],
  params: customer,
  reply: Customer,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: byId }, { params: bySelf }, { params: byName }],
});

export const patchCustomer = contract({
  id: "patchCustomer",
  method: "PATCH",
  ...at(),
  summary: "Change a customer's profile and settings",
  description: "The profile as a JSON merge patch (RFC 7396): null removes a key. In settings, null removes a setting.",
  needs: ["customers:write", "settings:write"],
  params: customer,
  consumes: ["application/json", "application/merge-patch+json"],
  body: z.strictObject({ profile: patch.optional(), settings: patch.optional() }),
  reply: Customer,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [
    { params: byId, body: { profile: { "contact-name": "Firstname Lastname", fax: null } } },
    { params: byId, body: { settings: { [CONCURRENCY_LIMIT]: 7 } } },
  ],
});

export const listSettings = contract({
  id: "listSettings",
  method: "GET",
  ...at("/settings"),
  summary: "List the settings of a customer",
  needs: "settings:read",
  params: customer,
  reply: Settings,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: byId }],
});

export const postSetting = contract({
  id: "postSetting",
  method: "POST",
  ...at("/settings"),
  summary: "Set a setting of a customer",
  needs: "settings:write",
  params: customer,
  body: z.object({ name: z.string(`must be one of the settings: ${settingNames.join(", ")}`), value }),
  reply: Settings,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: byId, body: { name: CONCURRENCY_LIMIT, value: 5 } }],
});

export const showSetting = contract({
  id: "showSetting",
  method: "GET",
  ...at("/settings/{name}"),
  summary: "Show one setting of a customer",
  needs: "settings:read",
  params: setting,
  reply: z.object({ name: z.string(), value: z.unknown() }),
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: { ...byId, ...byLimit } }],
});

export const putSetting = contract({
  id: "putSetting",
  method: "PUT",
  ...at("/settings/{name}"),
  summary: "Set a setting of a customer",
  description: "As POST to the settings.",
  needs: "settings:write",
  params: setting,
  body: z.object({ value }),
  reply: Settings,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: { ...byId, ...byLimit }, body: { value: 5 } }],
});

export const deleteSetting = contract({
  id: "deleteSetting",
  method: "DELETE",
  ...at("/settings/{name}"),
  summary: "Remove a setting of a customer",
  needs: "settings:write",
  params: setting,
  status: 204,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: { customer: "{disposable}", ...byLimit } }],
});

export const showLimit = contract({
  id: "showConcurrencyLimit",
  method: "GET",
  ...at("/concurrency-limit"),
  summary: "Show the concurrency limit of a customer",
  description: "404 where none is set.",
  needs: "settings:read",
  params: customer,
  reply: Limit,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: byId }],
});

export const putLimit = contract({
  id: "putConcurrencyLimit",
  method: "PUT",
  ...at("/concurrency-limit"),
  summary: "Set the concurrency limit of a customer",
  needs: "settings:write",
  params: customer,
  body: Limit,
  reply: Limit,
  status: 200,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: byId, body: { limit: 5 } }],
});

export const deleteLimit = contract({
  id: "deleteConcurrencyLimit",
  method: "DELETE",
  ...at("/concurrency-limit"),
  summary: "Remove the concurrency limit of a customer",
  needs: "settings:write",
  params: customer,
  status: 204,
  problems: ["customer.name_ambiguous"],
  examples: [{ params: { customer: "{disposable}" } }],
});
