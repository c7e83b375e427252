import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { formatNumber } from "../ui/format";
import { spaced } from "./words";

/** What a reader of the log knows of what it refers to. */
export interface Known {
  /** Names by id; what is gone has none. */
  names: ReadonlyMap<string, string>;
  /** Whether resellers have pages. */
  resellers: boolean;
}

/** Something by its name, with what it is where the name does not say it: "the key", "Billing export". */
export interface Thing {
  id: string;
  lead?: string | undefined;
  name: string;
  /** What has become of it. */
  state?: "deleted" | "gone" | undefined;
  href?: string | undefined;
}

interface Noun {
  lead?: string;
  one: string;
  many: string;
  /** The tab of its customer. */
  tab?: string;
  /** Where its page is. */
  page?: string;
}

const nouns: Record<string, Noun> = {
  allowed_provider: { one: "a provider", many: "providers", tab: "providers" },
  api_key: { lead: "the key", one: "a key", many: "keys", page: "keys" },
  association: { lead: "the partner", one: "a partner", many: "partners" },
  capacity_entry: { one: "capacity", many: "entries of capacity", tab: "capacity" },
  csp: { lead: "the CSP", one: "the CSP", many: "CSPs" },
  customer: { one: "a customer", many: "customers" },
  domain: { lead: "the domain", one: "a domain", many: "domains", tab: "groups" },
  group_member: { lead: "the group", one: "a group", many: "groups", tab: "groups" },
  project: { lead: "the project", one: "a project", many: "projects", tab: "resources" },
  project_share: {
    lead: "the project shared with",
    one: "a shared project",
    many: "shared projects",
    tab: "resources",
  },
  provider_account: { lead: "the account at", one: "an account", many: "accounts", tab: "providers" },
  reseller: { lead: "the reseller", one: "a reseller", many: "resellers", page: "resellers" },
  saved_view: { lead: "the view", one: "a view", many: "views" },
  setting: { lead: "the", one: "a setting", many: "settings", tab: "limits" },
  skin: { lead: "the skin", one: "a skin", many: "skins", page: "skins" },
  user: { lead: "the user", one: "a user", many: "users", page: "users" },
};

export const nounOf = (noun: string): Noun => {
  const name = spaced(noun);
  return nouns[noun] ?? { lead: `the ${name}`, one: `a ${name}`, many: `${name}s` };
};

const textIn = (values: AuditEntry["after"], field: string): string | undefined => {
  const value = values?.[field];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** What it was called when it was changed: of what is gone since. */
const calledThen = ({ before, after }: AuditEntry, field = "name") => textIn(after, field) ?? textIn(before, field);

function nameOf(entry: AuditEntry, { names }: Known): string | undefined {
  const { subject, subject_id, before, after } = entry;
  const id = subject_id ?? "";
  if (subject === "setting") return id.replace(/[-_]/g, " ");
  if (subject === "domain") return id;
  const { amount, unitType, side } = after ?? before ?? {};
  if (subject === "capacity_entry" && typeof amount === "number") return `${formatNumber(amount)} ${unitType} ${side}`;
  const provider = subject === "provider_account" ? calledThen(entry, "providerId") : undefined;
  return names.get(id) ?? names.get(provider ?? "") ?? calledThen(entry);
}

/** The customer that an entry is about. One that was deleted is where it can be restored; one that is gone is nowhere. */
export function customerOf(entry: AuditEntry): Thing | undefined {
  const { customer, subject } = entry;
  if (!customer) return undefined;
  const { id, name, deleted } = customer;
  if (name === null) {
    const then = subject === "customer" ? calledThen(entry) : undefined;
    return { id, name: then ?? "a customer", state: "gone" };
  }
  if (deleted) return { id, name, state: "deleted", href: `/portal/customers?deleted=true&q=${id}` };
  return { id, name, href: `/portal/customers/${id}` };
}

/** What an entry says was changed. */
export function subjectOf(entry: AuditEntry, known: Known): Thing | undefined {
  const { subject, subject_id: id, customer } = entry;
  if (subject === null || id === null) return undefined;
  if (subject === "customer") return customerOf(entry);
  const { lead, one, tab, page } = nounOf(subject);
  const name = nameOf(entry, known);
  if (name === undefined) return { id, name: one };
  const isThere = page && known.names.has(id) && (page !== "resellers" || known.resellers);
  const tabbed = tab && customer && !customer.deleted ? `/portal/customers/${customer.id}/${tab}` : undefined;
  return { id, lead, name, href: isThere ? `/portal/${page}/${id}` : tabbed };
}

/** Who did it. */
export function actorOf({ actor: { id, name, kind } }: AuditEntry, { names }: Known): Thing {
  if (kind === "system") return { id, name: "The portal" };
  const page = { user: "users", key: "keys" }[kind];
  return { id, name, href: page && names.has(id) ? `/portal/${page}/${id}` : undefined };
}
