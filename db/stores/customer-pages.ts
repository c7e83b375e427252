import { and, asc, desc, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { fold, sortKey, tidy } from "../../lib/core/text";
import { type Column, type Database, kit } from "../kit";
import { customers, domains, providerAccounts } from "../schema";
import type { Row } from "./changes";
import { visible } from "./visible";

const table = { cspId: customers.cspId, resellerId: customers.resellerId, customerId: customers.id };

export const searchFields = ["name", "domain", "internalIdentifier", "providerCustomerId"] as const;

export interface PageFilter {
  /** Contained in the field, whatever the case: of a name in every alphabet, elsewhere of ASCII letters. */
  readonly search?: { readonly field: (typeof searchFields)[number]; readonly value: string } | undefined;
  readonly resellerId?: string | undefined;
  readonly includeDeleted?: boolean | undefined;
}

export interface PagePlace {
  readonly descending?: boolean | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
  /** The last row seen: goes on behind it, whatever came or went before it. */
  readonly after?: { readonly sortName: string; readonly id: string } | undefined;
}

const like = (text: Column | SQL, value: string): SQL =>
  sql`${text} like ${`%${value.replace(/[\\%_]/g, "\\$&")}%`} escape ${"\\"}`;

/** Whatever the case of ASCII letters: a database may know no others, and leave them as they are written. */
const contains = (text: Column | SQL, value: string): SQL | undefined => {
  const asciiFolded = tidy(value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return or(like(sql`lower(${text})`, fold(value)), like(sql`lower(${text})`, asciiFolded));
};

/** Customers by name, in pages, found by one field: what numbered lists need. */
export const customerPageReads = (db: Database, scope: AnyScope) => {
  const found = ({ field, value }: NonNullable<PageFilter["search"]>): SQL | undefined => {
    const accounts = (condition: SQL | undefined) =>
      exists(
        db
          .select({ one: sql`1` })
          .from(providerAccounts)
          .where(and(eq(providerAccounts.customerId, customers.id), condition)),
      );
    if (field === "name") {
      return or(like(customers.foldedName, fold(value)), like(customers.sortName, sortKey(value)));
    }
    if (field === "internalIdentifier") return contains(customers.internalIdentifier, value);
    if (field === "providerCustomerId") return accounts(contains(providerAccounts.providerCustomerId, value));
    // Microsoft's domains are kept without what all of them end in.
    const prefix = value.replace(/\.onmicrosoft\.com\s*$/i, "");
    return or(
      accounts(contains(kit.jsonText(providerAccounts.data, "Domain"), prefix)),
      exists(
        db
          .select({ one: sql`1` })
          .from(domains)
          .where(and(eq(domains.customerId, customers.id), contains(domains.name, value))),
      ),
    );
  };

  const matching = ({ search, resellerId, includeDeleted }: PageFilter): SQL | undefined =>
    and(
      visible(scope, table),
      includeDeleted ? undefined : isNull(customers.deletedAt),
      resellerId === undefined ? undefined : eq(customers.resellerId, resellerId),
      search && found(search),
    );

  return {
    page: async (filter: PageFilter, place: PagePlace): Promise<Row<"customer">[]> => {
      const order = place.descending ? desc : asc;
      const behind = place.after && sql`${place.after.sortName}, ${place.after.id}`;
      const step = place.descending ? sql.raw("<") : sql.raw(">");
      return db
        .select()
        .from(customers)
        .where(and(matching(filter), behind && sql`(${customers.sortName}, ${customers.id}) ${step} (${behind})`))
        .orderBy(order(customers.sortName), order(customers.id))
        .limit(place.limit)
        .offset(place.offset ?? 0);
    },

    count: async (filter: PageFilter): Promise<number> =>
      (
        await db
          .select({ n: sql<number>`count(*)`.mapWith(Number) })
          .from(customers)
          .where(matching(filter))
      ).at(0)?.n ?? 0,
  };
};
