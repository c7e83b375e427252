import { type Column, kit } from "../kit";
import { billingPlans, customerColumns, resellerColumns, resellers } from "./tenants";

const { table, text, bool, instant, int, json, oneOf, unique, index, foreignKey, primaryKey } = kit;

export const customerStatuses = ["CONFIGURED", "ACTIVE", "DISABLED"] as const;
export const billingStatuses = ["NEW", "VALID", "PAST_DUE", "SUSPENDED"] as const;

export const customers = table(
  "customers",
  {
    id: text().primaryKey(),
    ...resellerColumns(),
    name: text().notNull(),
    /** Exact but for case: what `find` compares. */
    foldedName: text().notNull(),
    /** What lists are ordered by. */
    sortName: text().notNull(),
    status: oneOf(customerStatuses).notNull().default("CONFIGURED"),
    /** The reseller's own account. */
    admin: bool().notNull().default(false),
    externalId: text(),
    externalMetadata: json<Record<string, unknown>>()
      .notNull()
      .$default(() => ({})),
    internalIdentifier: text().notNull().default(""),
    licensingEnabled: bool().notNull().default(false),
    skinNames: json<string[]>()
      .notNull()
      .$default(() => []),
    description: text().notNull().default(""),
    taxId: text().notNull().default(""),
    addressLine1: text().notNull().default(""),
    addressLine2: text().notNull().default(""),
    city: text().notNull().default(""),
    state: text().notNull().default(""),
    zip: text().notNull().default(""),
    /** ISO 3166-1 alpha-2, upper case; empty where unknown. */
    country: text().notNull().default(""),
    firstName: text().notNull().default(""),
    middleName: text().notNull().default(""),
    lastName: text().notNull().default(""),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    phoneExtension: text().notNull().default(""),
    /** ISO 639-1, two letters; empty where unknown. */
    language: text().notNull().default(""),
    validatedAt: instant(),
    firstActivatedAt: instant(),
    billingStatus: oneOf(billingStatuses).notNull().default("NEW"),
    signupIp: text().notNull().default(""),
    /** No foreign key: the project is a child of this row. */
    defaultProjectId: text(),
    /** Root objects of other systems, kept as given. */
    resourceGroupId: text(),
    retentionPolicyId: text(),
    profile: json<Record<string, unknown>>()
      .notNull()
      .$default(() => ({})),
    billingPlanId: text(),
    lastActivityAt: instant(),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
    deletedAt: instant(),
    version: int().notNull().default(1),
  },
  (t) => [
    unique().on(t.cspId, t.resellerId, t.id),
    foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
    foreignKey({ columns: [t.cspId, t.billingPlanId], foreignColumns: [billingPlans.cspId, billingPlans.id] }),
    index("customers_by_creation").on(t.cspId, t.resellerId, t.createdAt, t.id),
    index("customers_by_name").on(t.cspId, t.resellerId, t.sortName, t.id),
    index("customers_by_folded_name").on(t.cspId, t.foldedName),
    index("customers_by_status").on(t.cspId, t.resellerId, t.status, t.deletedAt),
    index("customers_by_csp_creation").on(t.cspId, t.createdAt, t.id),
    index("customers_by_csp_name").on(t.cspId, t.sortName, t.id),
    index("customers_by_deletion").on(t.deletedAt),
  ],
);

/** Composite foreign key of a customer's child to its customer, gone with it when it is purged. */
export const ofCustomer = (t: { cspId: Column; resellerId: Column; customerId: Column }) =>
  foreignKey({
    columns: [t.cspId, t.resellerId, t.customerId],
    foreignColumns: [customers.cspId, customers.resellerId, customers.id],
  }).onDelete("cascade");

/** What a customer is found by: words of its names, its ids, addresses and domains, folded. Kept with every write. */
export const searchTerms = table(
  "search_terms",
  {
    ...customerColumns(),
    term: text().notNull(),
    /** The customer's term before this one, by their bytes; empty for its first. Tells its first of those that begin alike. */
    previous: text().notNull().default(""),
    /** Whether the customer is. */
    deleted: bool().notNull().default(false),
    /** The customer's, as it is ordered by. */
    name: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.term] }),
    ofCustomer(t),
    // By reseller first, so that a search costs what its own customers cost; with all that a search asks of a term.
    index("search_terms_by_beginning").on(t.cspId, t.resellerId, t.deleted, t.term, t.previous, t.name, t.customerId),
  ],
);

/** Partners tied to a customer beside its own reseller. */
export const associations = table(
  "associations",
  { ...customerColumns(), partnerId: text().notNull(), name: text().notNull().default("") },
  (t) => [
    primaryKey({ columns: [t.customerId, t.partnerId] }),
    ofCustomer(t),
    foreignKey({ columns: [t.cspId, t.partnerId], foreignColumns: [resellers.cspId, resellers.id] }),
  ],
);

export const settings = table(
  "settings",
  { ...customerColumns(), name: text().notNull(), value: json<unknown>().notNull(), modifiedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.customerId, t.name] }), ofCustomer(t)],
);

export const capacitySides = ["available", "consumed"] as const;

export const capacityEntries = table(
  "capacity_entries",
  {
    id: text().primaryKey(),
    ...customerColumns(),
    side: oneOf(capacitySides).notNull(),
    unitType: text().notNull(),
    amount: kit.big().notNull(),
    name: text().notNull().default(""),
    description: text().notNull().default(""),
    createdAt: instant().notNull(),
  },
  (t) => [ofCustomer(t), index("capacity_entries_by_customer").on(t.customerId, t.side, t.unitType)],
);

export const userGroups = table(
  "user_groups",
  {
    id: text().primaryKey(),
    ...resellerColumns(),
    name: text().notNull(),
    description: text().notNull().default(""),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.cspId, t.resellerId, t.id),
    foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
  ],
);

export const groupMembers = table("group_members", { ...customerColumns(), groupId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.groupId, t.customerId] }),
  ofCustomer(t),
  foreignKey({
    columns: [t.cspId, t.resellerId, t.groupId],
    foreignColumns: [userGroups.cspId, userGroups.resellerId, userGroups.id],
  }).onDelete("cascade"),
  index("group_members_by_customer").on(t.customerId),
]);

/** A DNS name belongs to one customer at a time, whatever its tenant. Kept in its ASCII form. */
export const domains = table(
  "domains",
  { name: text().primaryKey(), ...customerColumns(), createdAt: instant().notNull() },
  (t) => [ofCustomer(t), index("domains_by_customer").on(t.customerId)],
);

/** What of a customer's is edited as one, by the noun of its rows. */
export const collections = ["capacity_entry", "group_member", "domain", "allowed_provider"] as const;

/** Counts the changes to each: a row of its own, since a version of the customer's would be stale with each of them. */
export const collectionVersions = table(
  "collection_versions",
  { ...customerColumns(), collection: oneOf(collections).notNull(), version: int().notNull() },
  (t) => [primaryKey({ columns: [t.customerId, t.collection] }), ofCustomer(t)],
);
