import type { OfferType, OfferTypeMargins } from "../../lib/core/money";
import { offerTypes } from "../../lib/core/money";
import { type ResourceAttributes, resourceKinds } from "../../lib/core/resources";
import { type Column, kit } from "../kit";
import { customers, ofCustomer } from "./customers";
import { csps, customerColumns } from "./tenants";

const { table, text, bool, instant, int, json, oneOf, unique, index, foreignKey, primaryKey, decimal, big } = kit;

export type { ResourceAttributes };
export { offerTypes, resourceKinds };
export const providerKinds = ["microsoft", "openstack", "aws", "azure"] as const;

/** A cloud that customers can have accounts at: known to the whole installation, opened to each CSP. */
export const providers = table("providers", {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: oneOf(providerKinds).notNull(),
  disambiguation: text(),
  requiredCredentials: json<string[]>().notNull(),
  discoverable: bool().notNull(),
  cseSyntax: text(),
  standaloneIncompatible: bool().notNull(),
  osVersion: text(),
  publicApiUrl: text(),
  isPrivate: bool().notNull(),
  offerTypes: json<OfferType[]>().notNull(),
  /** ISO 3166-1 alpha-2; empty means everywhere. */
  supportedCountries: json<string[]>().notNull(),
  createdAt: instant().notNull(),
});

export const cspProviders = table(
  "csp_providers",
  {
    cspId: text()
      .notNull()
      .references(() => csps.id),
    providerId: text()
      .notNull()
      .references(() => providers.id),
  },
  (t) => [primaryKey({ columns: [t.cspId, t.providerId] })],
);

export const allowedProviders = table(
  "allowed_providers",
  { ...customerColumns(), providerId: text().notNull(), createdAt: instant().notNull() },
  (t) => [
    primaryKey({ columns: [t.customerId, t.providerId] }),
    ofCustomer(t),
    foreignKey({ columns: [t.cspId, t.providerId], foreignColumns: [cspProviders.cspId, cspProviders.providerId] }),
  ],
);

export const agreementStatuses = [
  "required",
  "linkgenerated",
  "customeraccepted",
  "linkexpired",
  "agreementcreated",
] as const;
export const accountStates = ["idle", "error"] as const;

export interface Signatory {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

/** A customer at a provider: at most one for each pair. */
export const providerAccounts = table(
  "provider_accounts",
  {
    id: text().primaryKey(),
    ...customerColumns(),
    providerId: text().notNull(),
    /** The provider's own id of this customer. */
    providerCustomerId: text(),
    /** Typed by the provider's kind. */
    data: json<Record<string, unknown>>()
      .notNull()
      .$default(() => ({})),
    marginRule: oneOf(["markup", "margin", "split_margin", "erp_minus_discount"]),
    marginValue: decimal(),
    offerTypeMargins: json<OfferTypeMargins>()
      .notNull()
      .$default(() => ({})),
    /** Null where the provider asks for no agreement. */
    agreementStatus: oneOf(agreementStatuses),
    agreementSignatory: json<Signatory>(),
    agreementAttestationId: text(),
    agreementDateAgreed: instant(),
    agreementUpdatedAt: instant(),
    state: oneOf(accountStates).notNull().default("idle"),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    unique().on(t.customerId, t.providerId),
    ofCustomer(t),
    foreignKey({ columns: [t.cspId, t.providerId], foreignColumns: [cspProviders.cspId, cspProviders.providerId] }),
    index("provider_accounts_by_agreement").on(t.cspId, t.resellerId, t.agreementStatus),
  ],
);

export const projects = table(
  "projects",
  {
    id: text().primaryKey(),
    ...customerColumns(),
    providerId: text().notNull(),
    name: text().notNull().default(""),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.cspId, t.resellerId, t.customerId, t.id),
    ofCustomer(t),
    foreignKey({ columns: [t.cspId, t.providerId], foreignColumns: [cspProviders.cspId, cspProviders.providerId] }),
    index("projects_by_customer").on(t.customerId, t.providerId),
    index("projects_by_provider").on(t.cspId, t.providerId),
  ],
);

/** Composite foreign key of a project's child to its project. */
const ofProject = (t: { cspId: Column; resellerId: Column; customerId: Column; projectId: Column }) =>
  foreignKey({
    columns: [t.cspId, t.resellerId, t.customerId, t.projectId],
    foreignColumns: [projects.cspId, projects.resellerId, projects.customerId, projects.id],
  }).onDelete("cascade");

/** A project that another customer of the same reseller works in too. `customerId` is the owner. */
export const projectShares = table(
  "project_shares",
  { ...customerColumns(), projectId: text().notNull(), sharedWithId: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.projectId, t.sharedWithId] }),
    ofProject(t),
    foreignKey({
      columns: [t.cspId, t.resellerId, t.sharedWithId],
      foreignColumns: [customers.cspId, customers.resellerId, customers.id],
    }).onDelete("cascade"),
    index("project_shares_by_guest").on(t.sharedWithId),
  ],
);

export const resources = table(
  "resources",
  {
    id: text().primaryKey(),
    ...customerColumns(),
    projectId: text().notNull(),
    kind: oneOf(resourceKinds).notNull(),
    name: text().notNull().default(""),
    startedAt: instant().notNull(),
    endedAt: instant(),
    attributes: json<ResourceAttributes>()
      .notNull()
      .$default(() => ({})),
  },
  (t) => [
    ofProject(t),
    index("resources_by_project").on(t.projectId, t.kind, t.startedAt),
    index("resources_by_customer").on(t.customerId, t.kind, t.endedAt),
    index("resources_alive").on(t.cspId, t.resellerId, t.kind, t.endedAt),
  ],
);

export const storageSamples = table(
  "storage_samples",
  {
    id: text().primaryKey(),
    ...customerColumns(),
    projectId: text().notNull(),
    bytesUsed: big().notNull(),
    containerCount: int().notNull(),
    objectCount: big().notNull(),
    sampledAt: instant().notNull(),
  },
  (t) => [ofProject(t), index("storage_samples_by_project").on(t.projectId, t.sampledAt)],
);
