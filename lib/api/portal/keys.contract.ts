import { z } from "zod";
import { levels, permissions } from "../../core/scope";
import { contract } from "../contract";
import { filledText, instant, uuid } from "../wire";
import { etag, id, location, moment, named } from "./pieces.contract";

/** Keys of programs. */

export const Key = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(levels),
  permissions: z.array(z.enum(permissions)),
  hint: z.string().meta({ description: "The last four characters of the key" }),
  state: z.enum(["active", "expired", "revoked"]),
  reseller_id: z.string().nullable(),
  customer_id: z.string().nullable(),
  created_at: instant(),
  expires_at: instant().nullable().meta({ description: "Null: never" }),
  last_used_at: instant().nullable(),
  revoked_at: instant().nullable(),
  version: z.int(),
});
export type Key = z.output<typeof Key>;

export const ListedKey = Key.extend({ reseller: named.nullable(), customer: named.nullable() });
export type ListedKey = z.output<typeof ListedKey>;

const secret = z.string().meta({ description: "The key itself: shown this once, kept nowhere" });

const tag = "API keys";

export const listKeys = contract({
  id: "listKeys",
  method: "GET",
  path: "/api/v1/keys",
  tag,
  summary: "List keys, newest first",
  needs: "keys:read",
  query: z.strictObject({ reseller_id: uuid().optional(), customer_id: uuid().optional() }),
  reply: z.object({ items: z.array(ListedKey) }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { customer_id: "{customer}" } }],
});

export const createKey = contract({
  id: "createKey",
  method: "POST",
  path: "/api/v1/keys",
  tag,
  summary: "Create key",
  description: "It can do no more than the caller may, and reaches no further.",
  needs: "keys:write",
  body: z.strictObject({
    name: filledText(),
    level: z.enum(levels),
    permissions: z.array(z.enum(permissions)).min(1, "must not be empty").max(permissions.length),
    expires_at: moment().nullable().optional().meta({ description: "Null or left out: never" }),
    reseller_id: uuid().optional().meta({ description: "Of a reseller's key; without it the caller's own" }),
    customer_id: uuid().optional().meta({ description: "Of a customer's key" }),
  }),
  reply: z.object({ key: Key, secret }),
  status: 201,
  headers: { ...etag, ...location },
  problems: ["request.invalid", "resource.missing"],
  examples: [
    { body: { name: "Billing export", level: "reseller", permissions: ["customers:read", "resources:read"] } },
    {
      body: {
        name: "Portal of the customer",
        level: "customer",
        customer_id: "{disposable}",
        permissions: ["customers:read"],
        expires_at: "2100-01-01T00:00:00Z",
      },
    },
  ],
});

export const showKey = contract({
  id: "showKey",
  method: "GET",
  path: "/api/v1/keys/{id}",
  tag,
  summary: "Show key",
  needs: "keys:read",
  params: id,
  reply: ListedKey,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{keyId}" } }],
});

export const rotateKey = contract({
  id: "rotateKey",
  method: "POST",
  path: "/api/v1/keys/{id}/rotate",
  tag,
  summary: "Make a key's successor",
  description: "Alike in all but the secret. The old one goes on for the grace period.",
  needs: "keys:write",
  params: id,
  body: z.strictObject({
    grace_hours: z
      .int("must be a whole number of hours")
      .min(0, "must be at least 0")
      .max(24 * 90, "must be at most 2160, which is 90 days")
      .default(24),
  }),
  reply: z.object({ key: Key, secret, previous: Key }),
  status: 200,
  headers: etag,
  problems: ["request.invalid", "resource.conflict", "version.stale"],
  examples: [{ params: { id: "{disposableKey}" }, body: { grace_hours: 24 } }],
});

export const revokeKey = contract({
  id: "revokeKey",
  method: "DELETE",
  path: "/api/v1/keys/{id}",
  tag,
  summary: "Revoke key",
  description: "Ends it at once, and for good. It stays in the list.",
  needs: "keys:write",
  params: id,
  reply: Key,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { id: "{disposableKey}" } }],
});
