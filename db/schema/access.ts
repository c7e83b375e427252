import type { ViewPage } from "../../lib/core/lists";
import { levels, type Permission, roles } from "../../lib/core/scope";
import { kit } from "../kit";
import { csps, resellerColumns, resellers } from "./tenants";

const { table, text, bool, instant, int, json, oneOf, unique, index, foreignKey, uniqueIndex } = kit;

/** A row of a CSP, of one of its resellers, or of one of that reseller's customers. */
const pathColumns = () => ({
  cspId: text()
    .notNull()
    .references(() => csps.id),
  resellerId: text(),
});

export const users = table(
  "users",
  {
    id: text().primaryKey(),
    ...pathColumns(),
    /** Folded: sign-in does not depend on case. */
    email: text().notNull(),
    name: text().notNull(),
    role: oneOf(roles).notNull(),
    passwordHash: text().notNull(),
    active: bool().notNull().default(true),
    /** Sessions begun before this are over. */
    sessionsFrom: instant().notNull(),
    lastSignInAt: instant(),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    uniqueIndex("users_by_email").on(t.email),
    foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
    index("users_by_tenant").on(t.cspId, t.resellerId),
  ],
);

export const apiKeys = table(
  "api_keys",
  {
    id: text().primaryKey(),
    ...pathColumns(),
    /** No foreign key: a purged customer's keys stay for the record and open nothing. */
    customerId: text(),
    name: text().notNull(),
    level: oneOf(levels).notNull(),
    /** SHA-256 of the key, hex. The key itself is shown once and never kept. */
    secretHash: text().notNull(),
    /** Its last four characters, to tell keys apart. */
    hint: text().notNull(),
    permissions: json<Permission[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    version: int().notNull().default(1),
  },
  (t) => [
    uniqueIndex("api_keys_by_hash").on(t.secretHash),
    foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
    index("api_keys_by_tenant").on(t.cspId, t.resellerId, t.customerId),
  ],
);

export interface SkinColours {
  primary: string;
  background: string;
  text: string;
}

export const skins = table(
  "skins",
  {
    id: text().primaryKey(),
    ...resellerColumns(),
    name: text().notNull(),
    colours: json<SkinColours>().notNull(),
    /** An image as a data URL, or empty. */
    logo: text().notNull().default(""),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    unique().on(t.cspId, t.resellerId, t.name),
    foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
  ],
);

/** A named list view: the query string of a page, own or shared with the team. */
export const savedViews = table(
  "saved_views",
  {
    id: text().primaryKey(),
    ...pathColumns(),
    /** A user, or a key. */
    ownerId: text().notNull(),
    page: text().$type<ViewPage>().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    shared: bool().notNull().default(false),
    createdAt: instant().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [index("saved_views_by_tenant").on(t.cspId, t.resellerId, t.page)],
);

/** Failed guesses of passwords: all app servers count together. */
export const attempts = table(
  "attempts",
  {
    /** A hash of whose password it is and from where it was guessed. */
    who: text().primaryKey(),
    failures: int().notNull(),
    lastAt: instant().notNull(),
  },
  (t) => [index("attempts_by_time").on(t.lastAt)],
);
