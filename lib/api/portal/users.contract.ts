import { z } from "zod";
import { roles } from "../../core/scope";
import { contract } from "../contract";
import { email, filledText, instant, uuid } from "../wire";
import { etag, id, location, named } from "./pieces.contract";

/** People who sign in. */

export const User = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  active: z.boolean(),
  reseller_id: z.string().nullable().meta({ description: "Null for a user of the CSP itself" }),
  last_sign_in_at: instant().nullable(),
  created_at: instant(),
  modified_at: instant(),
  version: z.int(),
});
export type User = z.output<typeof User>;

export const ListedUser = User.extend({ reseller: named.nullable() });
export type ListedUser = z.output<typeof ListedUser>;

const WithPassword = z.object({
  user: User,
  password: z.string().nullable().meta({ description: "Made here, shown this once; null where it was given" }),
});

export const password = () =>
  z.string().min(12, "must be at least 12 characters").max(200, "must be at most 200 characters");

const tag = "Users";
const path = "/api/v1/users/{id}";

export const listUsers = contract({
  id: "listUsers",
  method: "GET",
  path: "/api/v1/users",
  tag,
  summary: "List users",
  needs: "users:read",
  query: z.strictObject({ reseller_id: uuid().optional() }),
  reply: z.object({ items: z.array(ListedUser) }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { reseller_id: "{reseller}" } }],
});

export const inviteUser = contract({
  id: "inviteUser",
  method: "POST",
  path: "/api/v1/users",
  tag,
  summary: "Add a user",
  description: "Without a password one is made and shown this once.",
  needs: "users:write",
  body: z.strictObject({
    email: email(),
    name: filledText(),
    role: z.enum(roles),
    reseller_id: uuid().optional().meta({ description: "Of a reseller's user; without it the caller's own" }),
    password: password().optional(),
  }),
  reply: WithPassword,
  status: 201,
  headers: { ...etag, ...location },
  problems: ["request.invalid", "resource.missing"],
  examples: [{ body: { email: "ines.{random}@example.com", name: "Inês Carvalho", role: "reseller_viewer" } }],
});

export const showUser = contract({
  id: "showUser",
  method: "GET",
  path,
  tag,
  summary: "Show user",
  needs: "users:read",
  params: id,
  reply: User,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{user}" } }],
});

export const updateUser = contract({
  id: "updateUser",
  method: "PATCH",
  path,
  tag,
  summary: "Change user",
  description: "Somebody who is not active any more is out at once. A tenant keeps one active administrator.",
  needs: "users:write",
  params: id,
  body: z.strictObject({ name: filledText(), role: z.enum(roles), active: z.boolean() }).partial(),
  reply: User,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "resource.conflict", "version.stale"],
  examples: [
    { params: { id: "{user}" }, body: { name: "Inês Carvalho" } },
    { params: { id: "{user}" }, body: { active: false } },
  ],
});

export const resetPassword = contract({
  id: "resetUserPassword",
  method: "POST",
  path: "/api/v1/users/{id}/password",
  tag,
  summary: "Give a user a new password",
  description: "Every session of the user is over. Without a password one is made and shown this once.",
  needs: "users:write",
  params: id,
  body: z.strictObject({ password: password().optional() }),
  reply: WithPassword,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { id: "{user}" }, body: {} }],
});
