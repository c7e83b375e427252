import { kit } from "../kit";

const { table, text, bool, instant, int, unique } = kit;

/** Owns the portal at `domain`; several may live in one installation. */
export const csps = table("csps", {
  id: text().primaryKey(),
  name: text().notNull(),
  domain: text().notNull().unique(),
  createdAt: instant().notNull(),
});

/** Each CSP has one house reseller for its direct customers, so that a customer always has a reseller. */
export const resellers = table(
  "resellers",
  {
    id: text().primaryKey(),
    cspId: text()
      .notNull()
      .references(() => csps.id),
    name: text().notNull(),
    sortName: text().notNull(),
    isHouse: bool().notNull().default(false),
    createdAt: instant().notNull(),
    modifiedAt: instant().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [unique().on(t.cspId, t.id)],
);

export const billingPlans = table(
  "billing_plans",
  {
    id: text().primaryKey(),
    cspId: text()
      .notNull()
      .references(() => csps.id),
    name: text().notNull(),
    /** Calls at a time; null is unlimited. */
    concurrency: int(),
    createdAt: instant().notNull(),
  },
  (t) => [unique().on(t.cspId, t.id)],
);

/** The key of a row that belongs to a reseller. */
export const resellerColumns = () => ({ cspId: text().notNull(), resellerId: text().notNull() });

/** The key of a row that belongs to a customer: its whole tenant path. */
export const customerColumns = () => ({ ...resellerColumns(), customerId: text().notNull() });
