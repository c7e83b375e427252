import { sql } from "drizzle-orm";
import { type WalkedOrder, walkedOrders } from "../../lib/core/lists";
import { kit } from "../kit";
import { customerStatuses, ofCustomer } from "./customers";
import { customerColumns, resellerColumns, resellers } from "./tenants";

const { table, text, bool, instant, int, json, oneOf, index, foreignKey, primaryKey } = kit;

/** What a list of customers can be ordered by. Never null, so that a place in the list is a value and an id. */
const orders = () =>
  ({
    name: text().notNull(),
    status: oneOf(customerStatuses).notNull(),
    reseller: text().notNull(),
    country: text().notNull(),
    /** Names, then ids: see `providersKey`. */
    providers: text().notNull(),
    servers: int().notNull(),
    /** Most urgent first: the place in `agreementUrgency`, 0 for none. */
    agreement: int().notNull(),
    createdAt: instant().notNull(),
    /** 1970 where there was none. */
    lastActivityAt: instant().notNull(),
  }) satisfies Record<WalkedOrder, unknown>;

/** The name in the database of a name in code. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * One narrow row a customer, for lists of any length: what is shown of it beside its own row, in the form in which it is
 * ordered and filtered. Kept by `relist` with every write that it tells of.
 */
export const customerListings = table(
  "customer_listings",
  {
    ...customerColumns(),
    ...orders(),
    deleted: bool().notNull(),
    /** 1970 where it is not deleted. */
    deletedAt: instant().notNull(),
    /** The sum of 2 to the place in `attentions` of each that holds; 0 for nearly all customers. */
    attention: int().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.customerId] }),
    ofCustomer(t),
    ...walkedOrders.flatMap((order) => [
      index(`listings_by_${snake(order)}`).on(t.cspId, t.resellerId, t.deleted, t[order], t.customerId),
      index(`listings_by_csp_${snake(order)}`).on(t.cspId, t.deleted, t[order], t.customerId),
    ]),
    index("listings_by_attention")
      .on(t.cspId, t.resellerId, t.deleted, t.attention, t.customerId)
      .where(sql`${t.attention} > 0`),
    index("listings_by_csp_attention").on(t.cspId, t.deleted, t.attention, t.customerId).where(sql`${t.attention} > 0`),
  ],
);

/** What lists ask of a customer: to filter, to find and to order it. Instants in milliseconds. */
export interface Trace {
  deleted: boolean;
  resellerId: string;
  attention: number;
  terms: readonly string[];
  name: string;
  status: (typeof customerStatuses)[number];
  reseller: string;
  country: string;
  providers: string;
  servers: number;
  agreement: number;
  createdAt: number;
  deletedAt: number;
}

/**
 * The latest changes to what lists know of a reseller's customers: what was counted before is brought up to now by them.
 * Numbered without gaps, but for what many customers went through at once.
 */
export const listChanges = table(
  "list_changes",
  { ...customerColumns(), n: int().notNull(), before: json<Trace>(), after: json<Trace>() },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.n] }),
    ofCustomer(t),
    index("list_changes_by_customer").on(t.customerId),
  ],
);

/** The number of the latest change. */
export const listStamps = table("list_stamps", { ...resellerColumns(), n: int().notNull() }, (t) => [
  primaryKey({ columns: [t.cspId, t.resellerId] }),
  foreignKey({ columns: [t.cspId, t.resellerId], foreignColumns: [resellers.cspId, resellers.id] }),
]);
