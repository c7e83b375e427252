import { and, eq, exists, gte, lt, type SQL, sql } from "drizzle-orm";
import { fold, sortKey } from "../../lib/core/text";
import type { Database } from "../kit";
import { customers, searchTerms } from "../schema";
import type { Row } from "./changes";

/** Longer words are found by their beginning. */
const LONGEST = 100;

const words = (text: string): string[] => sortKey(text).split(/[^\p{L}\p{N}]+/u);

/** What a customer is found by: the words of its names, its ids whole, its address at and after the @, its domains. */
export function searchTermsOf(customer: Row<"customer">, more: readonly string[] = []): string[] {
  const whole = [
    customer.id,
    customer.externalId,
    customer.internalIdentifier,
    customer.taxId,
    customer.email,
    ...more,
  ];
  const terms = [
    ...words(customer.name),
    sortKey(customer.name),
    ...words(`${customer.firstName} ${customer.lastName}`),
    ...whole.flatMap((text) => (text ? [fold(text)] : [])),
    ...(customer.email.includes("@") ? [fold(customer.email.split("@")[1] ?? "")] : []),
  ];
  return [...new Set(terms.map((term) => term.slice(0, LONGEST)).filter((term) => term !== ""))];
}

/** Each word of the query begins one of the customer's terms. Found by index, however many customers there are. */
export function matches(db: Database, query: string): SQL | undefined {
  const asked = fold(query).trim().split(/\s+/).filter(Boolean).slice(0, 6);
  return and(
    ...asked.map((word) => {
      const from = sortKey(word).slice(0, LONGEST);
      return exists(
        db
          .select({ one: sql`1` })
          .from(searchTerms)
          .where(
            and(
              eq(searchTerms.cspId, customers.cspId),
              eq(searchTerms.customerId, customers.id),
              gte(searchTerms.term, from),
              lt(searchTerms.term, `${from}\u{10ffff}`),
            ),
          ),
      );
    }),
  );
}
