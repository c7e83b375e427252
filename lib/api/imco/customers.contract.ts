import { z } from "zod";
import { contract } from "../contract";
import { customerName, filledText, jsonObject, text, wholeNumber } from "../wire";

/** imco.txt: "Customers". The page prints the fields of a list and of a single customer in different orders. */

const identity = { id: z.string(), name: z.string() };
const admin = { admin: z.boolean() };
const hub = { external_id: z.string().nullable(), licensing_enabled: z.boolean().meta({ deprecated: true }) };
const skins = { skin_names: z.array(z.string()) };
const type = { resource_type: z.literal("customer") };
const usage = {
  resource_usage: z
    .record(z.string(), z.object({ servers: z.int() }))
    .meta({ description: "By the id of each cloud account: the servers in use now" }),
};

const ListedCustomer = z.object({ ...identity, ...hub, ...admin, ...skins, ...type });
const ShownCustomer = z.object({ ...identity, ...admin, ...hub, ...skins, ...usage, ...type });

const CloudProvider = z.object({
  id: z.string(),
  name: z.string(),
  disambiguation: z.string().nullable(),
  required_credentials: z.array(z.string()),
  discoverable: z.boolean(),
  cse_syntax: z.string().nullable(),
  standalone_incompatible: z.boolean(),
  resource_type: z.literal("cloud_provider"),
});

const inputs = {
  skin_names: z
    .array(filledText())
    .max(20, "must have at most 20 names")
    .check(({ value, issues }) => {
      if (new Set(value).size === value.length) return;
      issues.push({ code: "custom", input: value, message: "has the same name twice", params: { rule: "taken" } });
    })
    .optional(),
  external_id: text().nullable().optional(),
  licensing_enabled: z.boolean().optional().meta({ deprecated: true }),
};

/** Looked for as it is: what is no UUID is an id that no customer has. */
const anyId = z.string().meta({ format: "uuid", description: "Identifier of the customer" });
const id = z.object({ id: anyId });
const customerId = z.object({ customer_id: anyId });
const EXAMPLE_ID = "{customer}";
const deprecation = { Deprecation: "Where licensing_enabled was sent: it is gone from version 10.3 onwards" };

export const listCustomers = contract({
  id: "listCustomers",
  method: "GET",
  path: "/v3/admin/customers",
  summary: "List customers",
  description: "All customers of the reseller in order of creation; numbered pages where asked for.",
  needs: "customers:read",
  query: z.object({
    page: wholeNumber({ min: 1, max: 1_000_000 }).optional().meta({ description: "The number of a page, from 1" }),
    per_page: wholeNumber({ min: 1, max: 1000 })
      .optional()
      .meta({ description: "How many customers a page has: 100 where only the page is named" }),
  }),
  reply: z.array(ListedCustomer),
  status: 200,
  headers: {
    Link: "Of numbered pages: where the first, previous, next and last one are (RFC 8288)",
    "X-Total-Count": "Of numbered pages: how many customers there are",
  },
  problems: ["request.invalid"],
  examples: [{}, { query: { page: "1", per_page: "2" } }],
});

export const showCustomer = contract({
  id: "showCustomer",
  method: "GET",
  path: "/v3/admin/customers/{id}",
  summary: "Show customer",
  needs: ["customers:read", "resources:read"],
  params: id,
  reply: ShownCustomer,
  status: 200,
  problems: ["resource.missing"],
  examples: [{ params: { id: EXAMPLE_ID } }],
});

export const createCustomer = contract({
  id: "createCustomer",
  method: "POST",
  path: "/v3/admin/customers",
  summary: "Create customer",
  needs: "customers:write",
  body: z.object({ name: customerName(), ...inputs }),
  reply: ShownCustomer,
  status: 201,
  headers: deprecation,
  problems: ["request.invalid"],
  examples: [{ body: { name: "Blue Harbour Ltd", skin_names: ["ocean"], external_id: "hub-4711" } }],
});

export const updateCustomer = contract({
  id: "updateCustomer",
  method: "PUT",
  path: "/v3/admin/customers/{id}",
  summary: "Update customer",
  needs: "customers:write",
  params: id,
  body: z.object({ name: customerName().optional(), ...inputs, external_metadata: jsonObject().optional() }),
  reply: ShownCustomer,
  status: 200,
  headers: deprecation,
  problems: ["resource.missing", "request.invalid"],
  examples: [{ params: { id: EXAMPLE_ID }, body: { name: "Blue Harbour Group", external_metadata: { plan: "gold" } } }],
});

export const destroyCustomer = contract({
  id: "destroyCustomer",
  method: "DELETE",
  path: "/v3/admin/customers/{id}",
  summary: "Destroy customer",
  needs: "customers:write",
  params: id,
  status: 204,
  problems: ["resource.missing", "customer.admin_protected"],
  examples: [{ params: { id: "{disposable}" } }],
});

export const listAllowedProviders = contract({
  id: "listAllowedProviders",
  method: "GET",
  path: "/v3/admin/customers/{customer_id}/cloud_providers",
  summary: "List allowed cloud providers of customer",
  needs: ["customers:read", "providers:read"],
  params: customerId,
  reply: z.array(CloudProvider),
  status: 200,
  problems: ["resource.missing"],
  examples: [{ params: { customer_id: EXAMPLE_ID } }],
});

export const ping = contract({
  id: "ping",
  method: "GET",
  path: "/v3/ping",
  summary: "Check the credentials",
  needs: "customers:read",
  reply: z.object({}),
  status: 200,
  examples: [{}],
});

export const listProviders = contract({
  id: "listProviders",
  method: "GET",
  path: "/v3/cloud/cloud_providers",
  summary: "List the cloud providers open to the reseller",
  needs: "providers:read",
  reply: z.array(CloudProvider),
  status: 200,
  examples: [{}],
});

export const listAccounts = contract({
  id: "listAccounts",
  method: "GET",
  path: "/v3/settings/cloud_accounts",
  summary: "List cloud accounts",
  needs: "accounts:read",
  reply: z.array(
    z.object({
      id: z.string(),
      cloud_provider_id: z.string(),
      name: z.string(),
      state: z.literal("idle"),
      resource_type: z.literal("cloud_account"),
    }),
  ),
  status: 200,
  examples: [{}],
});
