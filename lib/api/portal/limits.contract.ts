import { z } from "zod";
import { settingNames } from "../../core/settings";
import { contract } from "../contract";
import { customerId, etag } from "./pieces.contract";

/** The limit of calls at a time, and the other settings of a customer. */

export const Concurrency = z.object({
  own: z.int().nullable().meta({ description: "Null where it is not set" }),
  plan: z.object({ name: z.string(), concurrency: z.int().nullable() }).nullable(),
  effective: z.int().nullable().meta({ description: "What holds: the lower one; null is unlimited" }),
  decided_by: z.enum(["own", "plan", "nothing"]),
  reason: z.string(),
  version: z.int(),
});
export type Concurrency = z.output<typeof Concurrency>;

const params = { customer_id: "{disposable}" };
const path = "/api/v1/customers/{customer_id}/concurrency-limit";
const tag = "Limits";

export const showConcurrency = contract({
  id: "showConcurrencyLimit",
  method: "GET",
  path,
  tag,
  summary: "Show the concurrency limit",
  needs: "settings:read",
  params: customerId,
  reply: Concurrency,
  status: 200,
  headers: etag,
  examples: [{ params: { customer_id: "{customer}" } }],
});

export const setConcurrency = contract({
  id: "setConcurrencyLimit",
  method: "PUT",
  path,
  tag,
  summary: "Set the customer's own concurrency limit",
  needs: "settings:write",
  params: customerId,
  body: z.strictObject({
    limit: z
      .int("must be a whole number from 0 to 1000000")
      .min(0, "must be a whole number from 0 to 1000000")
      .max(1_000_000, "must be a whole number from 0 to 1000000")
      .meta({ description: "0 blocks every call" }),
  }),
  reply: Concurrency,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params, body: { limit: 50 } }],
});

export const removeConcurrency = contract({
  id: "removeConcurrencyLimit",
  method: "DELETE",
  path,
  tag,
  summary: "Remove the customer's own concurrency limit",
  needs: "settings:write",
  params: customerId,
  reply: Concurrency,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params }],
});

export const Setting = z.object({
  name: z.string(),
  title: z.string(),
  help: z.string(),
  unit: z.string().optional(),
  when_unset: z.string(),
  set: z.boolean(),
  value: z.unknown().meta({ description: "Null where it is not set" }),
  version: z.int(),
});
export type Setting = z.output<typeof Setting>;

export const listSettings = contract({
  id: "listSettings",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/settings",
  tag,
  summary: "List every setting of a customer, set or not",
  needs: "settings:read",
  params: customerId,
  reply: z.object({ items: z.array(Setting) }),
  status: 200,
  examples: [{ params: { customer_id: "{customer}" } }],
});

const settingName = customerId.extend({ name: z.enum(settingNames as [string, ...string[]]) });

export const showSetting = contract({
  id: "showSetting",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/settings/{name}",
  tag,
  summary: "Show a setting of a customer, set or not",
  needs: "settings:read",
  params: settingName,
  reply: Setting,
  status: 200,
  headers: etag,
  examples: [{ params: { customer_id: "{customer}", name: "concurrency-limit" } }],
});

export const setSetting = contract({
  id: "setSetting",
  method: "PUT",
  path: "/api/v1/customers/{customer_id}/settings/{name}",
  tag,
  summary: "Set a setting of a customer",
  needs: "settings:write",
  params: settingName,
  body: z.strictObject({ value: z.unknown().meta({ description: "Typed by the setting" }) }),
  reply: Setting,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { ...params, name: "concurrency-limit" }, body: { value: 50 } }],
});

export const removeSetting = contract({
  id: "removeSetting",
  method: "DELETE",
  path: "/api/v1/customers/{customer_id}/settings/{name}",
  tag,
  summary: "Remove a setting of a customer",
  needs: "settings:write",
  params: settingName,
  reply: Setting,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { ...params, name: "concurrency-limit" } }],
});

export const listPlans = contract({
  id: "listPlans",
  method: "GET",
  path: "/api/v1/plans",
  tag,
  summary: "List the billing plans on offer",
  needs: "customers:read",
  query: z.strictObject({}),
  reply: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), concurrency: z.int().nullable() })),
  }),
  status: 200,
  examples: [{}],
});
