import { z } from "zod";
import { capacityUnitTypes, MOST_CAPACITY } from "../../core/capacity";
import { domainName } from "../../core/domain-name";
import { contract } from "../contract";
import { instant, longText, text, uuid } from "../wire";
import { collectionVersion, customerId, etag, named } from "./pieces.contract";

/** Capacity, user groups and domains of a customer. */

const side = z.enum(["available", "consumed"]);
const unit_type = z.enum(capacityUnitTypes);
const customer = { customer_id: "{customer}" };
const disposable = { customer_id: "{disposable}" };

export const Capacity = z.object({
  totals: z
    .array(z.object({ unit_type, unit: z.string(), available: z.number(), consumed: z.number() }))
    .meta({ description: "Per unit type that has entries" }),
  entries: z.array(
    z.object({
      id: z.string(),
      side,
      unit_type,
      amount: z.number(),
      name: z.string(),
      description: z.string(),
      created_at: instant(),
    }),
  ),
  version: collectionVersion(),
});
export type Capacity = z.output<typeof Capacity>;

const capacity = "/api/v1/customers/{customer_id}/capacity";

export const showCapacity = contract({
  id: "showCapacity",
  method: "GET",
  path: capacity,
  tag: "Capacity",
  summary: "Show what a customer has been given and has used",
  needs: "capacity:read",
  params: customerId,
  reply: Capacity,
  status: 200,
  headers: etag,
  examples: [{ params: customer }],
});

export const addCapacity = contract({
  id: "addCapacity",
  method: "POST",
  path: capacity,
  tag: "Capacity",
  summary: "Add an entry",
  needs: "capacity:write",
  params: customerId,
  body: z.strictObject({
    side,
    unit_type,
    amount: z
      .int("must be a whole number of at least 1")
      .min(1, "must be a whole number of at least 1")
      .max(MOST_CAPACITY),
    name: text().default(""),
    description: longText().default(""),
  }),
  reply: Capacity,
  status: 201,
  headers: etag,
  problems: ["request.invalid", "version.stale"],
  examples: [
    { params: disposable, body: { side: "available", unit_type: "MU", amount: 65536, name: "Contract 2026" } },
  ],
});

export const removeCapacity = contract({
  id: "removeCapacity",
  method: "DELETE",
  path: `${capacity}/{side}/{unit_type}`,
  tag: "Capacity",
  summary: "Remove every entry of a unit type on one side",
  needs: "capacity:write",
  params: customerId.extend({ side, unit_type }),
  reply: Capacity,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { ...disposable, side: "available", unit_type: "CU" } }],
});

const Group = named.extend({ description: z.string(), created_at: instant() });
export const Groups = z.object({ items: z.array(Group), version: collectionVersion() });
export type Groups = z.output<typeof Groups>;
const groups = "/api/v1/customers/{customer_id}/groups";
const membership = customerId.extend({ group_id: uuid() });

export const listGroups = contract({
  id: "listGroups",
  method: "GET",
  path: "/api/v1/groups",
  tag: "Groups",
  summary: "List user groups",
  needs: "groups:read",
  query: z.strictObject({}),
  reply: z.object({ items: z.array(Group.extend({ reseller_id: z.string() })) }),
  status: 200,
  examples: [{}],
});

export const listGroupsOf = contract({
  id: "listCustomerGroups",
  method: "GET",
  path: groups,
  tag: "Groups",
  summary: "List the user groups that a customer is in",
  needs: "groups:read",
  params: customerId,
  reply: Groups,
  status: 200,
  headers: etag,
  examples: [{ params: customer }],
});

export const joinGroup = contract({
  id: "joinGroup",
  method: "PUT",
  path: `${groups}/{group_id}`,
  tag: "Groups",
  summary: "Add a customer to a user group",
  needs: "groups:write",
  params: membership,
  reply: Groups,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { ...disposable, group_id: "{group}" } }],
});

export const leaveGroup = contract({
  id: "leaveGroup",
  method: "DELETE",
  path: `${groups}/{group_id}`,
  tag: "Groups",
  summary: "Take a customer out of a user group",
  needs: "groups:write",
  params: membership,
  reply: Groups,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { ...disposable, group_id: "{group}" } }],
});

const domain = () =>
  z
    .string()
    .overwrite((value) => domainName(value) ?? value)
    .refine((value) => domainName(value) === value, "must be a domain name, such as shop.example.com");
export const Domains = z.object({
  items: z.array(z.object({ name: z.string(), created_at: instant() })),
  version: collectionVersion(),
});
export type Domains = z.output<typeof Domains>;
const domains = "/api/v1/customers/{customer_id}/domains";

export const listDomains = contract({
  id: "listDomains",
  method: "GET",
  path: domains,
  tag: "Domains",
  summary: "List the domains of a customer",
  needs: "domains:read",
  params: customerId,
  reply: Domains,
  status: 200,
  headers: etag,
  examples: [{ params: customer }],
});

export const registerDomain = contract({
  id: "registerDomain",
  method: "POST",
  path: domains,
  tag: "Domains",
  summary: "Register a domain",
  description: "A name belongs to one customer at a time. International names are kept in their ASCII form.",
  needs: "domains:write",
  params: customerId,
  body: z.strictObject({ name: domain() }),
  reply: Domains,
  status: 201,
  headers: etag,
  problems: ["request.invalid", "domain.taken", "version.stale"],
  examples: [{ params: disposable, body: { name: "{random}.example" } }],
});

export const unregisterDomain = contract({
  id: "unregisterDomain",
  method: "DELETE",
  path: `${domains}/{name}`,
  tag: "Domains",
  summary: "Give a domain back",
  needs: "domains:write",
  params: customerId.extend({ name: domain() }),
  reply: Domains,
  status: 200,
  headers: etag,
  problems: ["version.stale"],
  examples: [{ params: { ...disposable, name: "{disposableDomain}" } }],
});
