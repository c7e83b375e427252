import { z } from "zod";
import { isUuid } from "../../core/ids";
import { agreementUrgency, attentions, listOrders } from "../../core/lists";
import { contract } from "../contract";
import { customerName, email, filledText, instant, jsonObject, longText, text, uuid } from "../wire";
import { NewAccount } from "./accounts.contract";
import { attachment, cursor, etag, flag, id, limit, listOf, location, named, paging } from "./pieces.contract";

export const customerStatuses = ["CONFIGURED", "ACTIVE", "DISABLED"] as const;
const billingStatuses = ["NEW", "VALID", "PAST_DUE", "SUSPENDED"] as const;
const country = () =>
  z.string().regex(/^([A-Z]{2})?$/, "must be a country code of two capital letters (ISO 3166-1 alpha-2)");

/** What can be said of a customer; `name` is all that is required of a new one. */
export const details = {
  status: z.enum(customerStatuses),
  external_id: text().nullable(),
  external_metadata: jsonObject(),
  internal_identifier: text(),
  licensing_enabled: z.boolean(),
  skin_names: z.array(filledText()).max(20),
  description: longText(),
  tax_id: text(),
  address_line1: text(),
  address_line2: text(),
  city: text(),
  state: text(),
  zip: text(30),
  country: country(),
  first_name: text(),
  middle_name: text(),
  last_name: text(),
  email: email(false),
  phone: text(30),
  phone_extension: text(30),
  language: z.string().regex(/^([a-z]{2})?$/, "must be a language code of two letters (ISO 639-1)"),
  billing_status: z.enum(billingStatuses),
  billing_plan_id: uuid().nullable(),
  resource_group_id: text().nullable(),
  retention_policy_id: text().nullable(),
  profile: jsonObject(),
};
export const CustomerDetails = z.strictObject({ name: customerName(), ...details }).partial();

export const NewCustomer = CustomerDetails.required({ name: true }).extend({
  reseller_id: uuid()
    .nullable()
    .optional()
    .meta({ description: "Null or left out: the caller's own, or a direct customer" }),
  accounts: z.array(NewAccount).max(50).optional(),
  partners: z
    .array(z.strictObject({ reseller_id: uuid(), name: text().default("") }))
    .max(50)
    .optional(),
});

const Reseller = named.extend({
  direct: z.boolean().meta({ description: "The CSP's own reseller: a direct customer" }),
});

export const Customer = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(customerStatuses),
  admin: z.boolean().meta({ description: "The reseller's own account" }),
  reseller: Reseller,
  external_id: z.string().nullable(),
  external_metadata: z.record(z.string(), z.unknown()),
  internal_identifier: z.string(),
  licensing_enabled: z.boolean(),
  skin_names: z.array(z.string()),
  description: z.string(),
  tax_id: z.string(),
  address_line1: z.string(),
  address_line2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string(),
  country_name: z.string(),
  first_name: z.string(),
  middle_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  phone: z.string(),
  phone_extension: z.string(),
  language: z.string(),
  validated_at: instant().nullable(),
  first_activated_at: instant().nullable(),
  billing_status: z.enum(billingStatuses),
  billing_plan_id: z.string().nullable(),
  signup_ip: z.string(),
  default_project_id: z.string().nullable(),
  resource_group_id: z.string().nullable(),
  retention_policy_id: z.string().nullable(),
  profile: z.record(z.string(), z.unknown()),
  last_activity_at: instant().nullable(),
  created_at: instant(),
  modified_at: instant(),
  version: z.int().meta({ description: "Send it as If-Match with a change: 412 where somebody else was faster" }),
});
export type Customer = z.output<typeof Customer>;

export const ListedCustomer = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(customerStatuses),
  admin: z.boolean(),
  reseller: Reseller,
  country: z.string(),
  country_name: z.string(),
  city: z.string(),
  email: z.string(),
  tax_id: z.string(),
  external_id: z.string().nullable(),
  internal_identifier: z.string(),
  providers: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  servers: z.int().meta({ description: "Live servers in its own projects" }),
  agreement: z.enum(agreementUrgency).nullable().meta({ description: "The most urgent of its agreements" }),
  created_at: instant(),
  last_activity_at: instant().nullable(),
  deleted_at: instant().nullable(),
  version: z.int(),
});
export type ListedCustomer = z.output<typeof ListedCustomer>;
const fields = ListedCustomer.keyof();

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
type Snake<S extends string> = S extends "createdAt"
  ? "created_at"
  : S extends "lastActivityAt"
    ? "last_activity_at"
    : S extends "deletedAt"
      ? "deleted_at"
      : S;
type Order = (typeof listOrders)[number];
type Sort = Snake<Order> | `-${Snake<Order>}`;

/** Each column upwards, and with a minus downwards. */
export const sorts = listOrders.flatMap((order) => [snake(order), `-${snake(order)}`]) as [Sort, ...Sort[]];
export const orderOf = (sort: Sort): { by: Order; descending: boolean } => ({
  // Each sort was made of an order.
  by: listOrders.find((order) => snake(order) === sort.replace(/^-/, "")) as Order,
  descending: sort.startsWith("-"),
});

export const customerFilter = {
  q: text(200).optional().meta({
    description: "Words that begin a name, an id, an e-mail address, a domain, a tax id or a provider's id; all must",
  }),
  status: listOf(z.enum(customerStatuses)).optional(),
  country: listOf(
    z.string().regex(/^([A-Z]{2}|none)$/, "must be country codes of two capital letters, or none"),
  ).optional(),
  reseller_id: listOf(uuid()).optional(),
  provider_id: listOf(
    z
      .string()
      .overwrite((id) => id.toLowerCase())
      .refine((id) => id === "none" || isUuid(id), "must be ids of providers, or none"),
  ).optional(),
  agreement: listOf(z.enum([...agreementUrgency, "none"])).optional(),
  attention: listOf(z.enum(attentions)).optional().meta({
    description:
      "Provider accounts in error; an own limit from nine tenths of the plan's on; more capacity consumed than available",
  }),
  deleted: flag()
    .optional()
    .meta({ description: "Those that were deleted and can be restored, instead of the others" }),
};
export type CustomerFilter = z.output<z.ZodObject<typeof customerFilter>>;
const sort = z
  .enum(sorts)
  .default("name")
  .meta({ description: "Upwards, or downwards after a minus; `deleted_at` is for deleted customers" });

export const listCustomers = contract({
  id: "listCustomers",
  method: "GET",
  path: "/api/v1/customers",
  tag: "Customers",
  summary: "List customers",
  description: "Cursors neither repeat nor miss a customer while others come and go.",
  needs: "customers:read",
  query: z.strictObject({
    ...customerFilter,
    sort,
    cursor: cursor().optional(),
    limit: limit(),
    fields: listOf(fields).optional().meta({ description: "Only these, and the id" }),
  }),
  reply: z.object({
    items: z.array(ListedCustomer.partial().required({ id: true })),
    total: z.int(),
    before: z.int().meta({ description: "How many customers come before this page" }),
    ...paging,
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [
    {},
    { query: { q: "a", status: "ACTIVE,DISABLED", sort: "-created_at", limit: "2", fields: "name,servers" } },
  ],
});

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

export const showFacets = contract({
  id: "showCustomerFacets",
  method: "GET",
  path: "/api/v1/customers/facets",
  tag: "Customers",
  summary: "What customers can be filtered by, with counts",
  description: "Each facet counts with every other filter applied, and without its own.",
  needs: "customers:read",
  query: z.strictObject(customerFilter),
  reply: z.object({
    status: Facet,
    country: Facet,
    reseller_id: Facet,
    provider_id: Facet,
    agreement: Facet,
    attention: Facet,
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { status: "ACTIVE" } }],
});

export const exportCustomers = contract({
  id: "exportCustomers",
  method: "GET",
  path: "/api/v1/customers/export",
  tag: "Customers",
  summary: "Export customers as CSV",
  description: "Exactly what the list shows with the same filters and order. Streamed.",
  needs: "customers:read",
  query: z.strictObject({ ...customerFilter, sort }),
  reply: z.string(),
  produces: "text/csv; charset=utf-8",
  status: 200,
  headers: attachment,
  problems: ["request.invalid"],
  examples: [{}, { query: { country: "DE", sort: "name" } }],
});

export const findDuplicates = contract({
  id: "findDuplicateCustomers",
  method: "GET",
  path: "/api/v1/customers/duplicates",
  tag: "Customers",
  summary: "Find customers that a new one may be a duplicate of",
  needs: "customers:read",
  query: z.strictObject({
    name: text().optional(),
    tax_id: text().optional(),
    email: text().optional(),
    domain: text().optional(),
    except: uuid().optional().meta({ description: "A customer that is no duplicate of itself" }),
  }),
  reply: z.object({
    items: z.array(
      ListedCustomer.pick({
        id: true,
        name: true,
        status: true,
        city: true,
        country: true,
        email: true,
        tax_id: true,
      }).extend({
        alike: z.array(z.enum(["name", "tax_id", "email", "domain"])),
      }),
    ),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ query: { name: "{customerName}" } }],
});

export const createCustomer = contract({
  id: "createCustomer",
  method: "POST",
  path: "/api/v1/customers",
  tag: "Customers",
  summary: "Create customer",
  description: "With its accounts at providers and its partners: all of it or nothing.",
  needs: ["customers:write", "accounts:write"],
  body: NewCustomer,
  reply: Customer,
  status: 201,
  headers: { ...etag, ...location },
  problems: ["request.invalid"],
  examples: [
    { body: { name: "Blue Harbour Ltd", country: "IE", city: "Cork", email: "it@blueharbour.example" } },
    {
      body: {
        name: "Harbour Lights GmbH",
        accounts: [
          {
            provider_id: "{microsoft}",
            data: { Domain: "harbourlights" },
            margin: { rule: "markup", value: "12.5" },
            offer_type_margins: { azurePlan: { rule: "margin", value: "8" } },
          },
        ],
      },
    },
  ],
});

export const showCustomer = contract({
  id: "showCustomer",
  method: "GET",
  path: "/api/v1/customers/{id}",
  tag: "Customers",
  summary: "Show customer",
  needs: "customers:read",
  params: id,
  reply: Customer,
  status: 200,
  headers: etag,
  examples: [{ params: { id: "{customer}" } }],
});

export const updateCustomer = contract({
  id: "updateCustomer",
  method: "PATCH",
  path: "/api/v1/customers/{id}",
  tag: "Customers",
  summary: "Change customer",
  description: "Changes what is given and leaves the rest. If-Match with the version refuses to overwrite a newer one.",
  needs: "customers:write",
  params: id,
  body: CustomerDetails,
  reply: Customer,
  status: 200,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [{ params: { id: "{disposable}" }, body: { city: "Lyon", country: "FR", status: "ACTIVE" } }],
});

export const deleteCustomer = contract({
  id: "deleteCustomer",
  method: "DELETE",
  path: "/api/v1/customers/{id}",
  tag: "Customers",
  summary: "Delete customer",
  description: "Vanishes at once from every list with its keys and accounts; can be restored for 30 days.",
  needs: "customers:write",
  params: id,
  status: 204,
  problems: ["customer.admin_protected", "version.stale"],
  examples: [{ params: { id: "{disposable}" } }],
});

export const restoreCustomer = contract({
  id: "restoreCustomer",
  method: "POST",
  path: "/api/v1/customers/{id}/restore",
  tag: "Customers",
  summary: "Restore a deleted customer",
  needs: "customers:write",
  params: id,
  reply: Customer,
  status: 200,
  headers: etag,
  problems: ["customer.restore_expired", "version.stale"],
  examples: [{ params: { id: "{deleted}" } }],
});

export const deletion = {
  running: z.array(z.object({ provider: named, kind: z.string(), count: z.int() })).meta({
    description: "What is live in their own projects",
  }),
  keys: z.int().meta({ description: "Keys that stop working" }),
  domains: z.int(),
  accounts: z.int(),
  restorable_days: z.int(),
};

export const previewDeletion = contract({
  id: "previewCustomerDeletion",
  method: "GET",
  path: "/api/v1/customers/{id}/deletion",
  tag: "Customers",
  summary: "What a deletion takes, and what keeps running at the providers",
  needs: ["customers:read", "resources:read"],
  params: id,
  reply: z.object({
    deletable: z.boolean(),
    ...deletion,
  }),
  status: 200,
  examples: [{ params: { id: "{customer}" } }],
});
