import { z } from "zod";
import { contract } from "../contract";
import { customerName, instant } from "../wire";
import { details } from "./customers.contract";
import { etag, id, location } from "./pieces.contract";

/** Who sells to customers: each is a customer itself, its own account. */

const Counts = z.object({ CONFIGURED: z.int(), ACTIVE: z.int(), DISABLED: z.int() });

export const Reseller = z.object({
  id: z.string(),
  name: z.string(),
  direct: z.boolean().meta({ description: "The CSP's own: its customers are the CSP's direct ones" }),
  created_at: instant(),
  modified_at: instant(),
  version: z.int(),
});

export const ListedReseller = Reseller.extend({
  customers: z.int().meta({ description: "How many it has, its own account among them" }),
});
export type ListedReseller = z.output<typeof ListedReseller>;

export const WholeReseller = Reseller.extend({
  admin_customer_id: z.string().nullable().meta({ description: "The customer that is its own account" }),
  customers: Counts,
});
export type WholeReseller = z.output<typeof WholeReseller>;

const tag = "Resellers";
const path = "/api/v1/resellers/{id}";

export const listResellers = contract({
  id: "listResellers",
  method: "GET",
  path: "/api/v1/resellers",
  tag,
  summary: "List resellers",
  description: "A reseller sees itself alone.",
  needs: ["resellers:read", "customers:read"],
  query: z.strictObject({}),
  reply: z.object({ items: z.array(ListedReseller) }),
  status: 200,
  examples: [{}],
});

const { status: _, ...company } = details;

export const createReseller = contract({
  id: "createReseller",
  method: "POST",
  path: "/api/v1/resellers",
  tag,
  summary: "Create reseller",
  description: "With the customer that is its own account, whose company this is.",
  needs: "resellers:write",
  levels: ["csp"],
  body: z
    .strictObject({ name: customerName(), ...company })
    .partial()
    .required({ name: true }),
  reply: Reseller,
  status: 201,
  headers: { ...etag, ...location },
  problems: ["request.invalid"],
  examples: [
    { body: { name: "Blue Harbour Partners", country: "PT", city: "Lisboa", email: "it@blueharbour.example" } },
  ],
});

export const showReseller = contract({
  id: "showReseller",
  method: "GET",
  path,
  tag,
  summary: "Show reseller",
  needs: ["resellers:read", "customers:read"],
  params: id,
  reply: WholeReseller,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{reseller}" } }],
});

export const renameReseller = contract({
  id: "renameReseller",
  method: "PATCH",
  path,
  tag,
  summary: "Rename reseller",
  description: "Its company is its own customer, and keeps its name.",
  needs: "resellers:write",
  levels: ["csp"],
  params: id,
  body: z.strictObject({ name: customerName() }),
  reply: Reseller,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { id: "{disposableReseller}" }, body: { name: "Blue Harbour Partners" } }],
});
