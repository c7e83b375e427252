import { asc, eq, sql } from "drizzle-orm";
import { fold, sortKey } from "../../lib/core/text";
import { type Database, kit } from "../kit";
import { searchTerms } from "../schema";
import type { Row } from "./changes";
import { hot } from "./hot";

/** Longer words are found by their beginning. */
export const LONGEST = 100;

export const words = (text: string): string[] => sortKey(text).split(/[^\p{L}\p{N}]+/u);

type Named = Pick<
  Row<"customer">,
  "id" | "name" | "firstName" | "lastName" | "externalId" | "internalIdentifier" | "taxId" | "email"
>;

/**
 * What a customer is found by: the words of its names, its ids whole, its address at and after the @; and `more`, its
 * domains and its ids at providers. Each once, as the databases order them.
 */
export function termsOf(customer: Named, more: readonly unknown[] = []): string[] {
  const { id, name, firstName, lastName, externalId, internalIdentifier, taxId, email } = customer;
  const whole = [id, externalId, internalIdentifier, taxId, email, ...more];
  const terms = [
    ...words(name),
    sortKey(name),
    ...words(`${firstName} ${lastName}`),
    ...whole.flatMap((text) => (typeof text === "string" && text ? [fold(text)] : [])),
    ...(email.includes("@") ? [fold(email.split("@")[1] ?? "")] : []),
  ];
  const unique = new Set(terms.map((term) => term.slice(0, LONGEST)).filter((term) => term !== ""));
  // By their bytes, which is not as JavaScript compares strings.
  return Array.from(unique, (term) => Buffer.from(term))
    .sort(Buffer.compare)
    .map(String);
}

interface Owner {
  readonly cspId: string;
  readonly resellerId: string;
  readonly customerId: string;
  readonly deleted: boolean;
  readonly name: string;
}

/** One customer's terms. As one JSON text they cost a fraction of what a value each would. */
export async function addTerms(db: Database, owner: Owner, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  const rows = JSON.stringify(terms.map((term, index) => [term, terms[index - 1] ?? ""]));
  const { cspId, resellerId, customerId, name } = owner;
  const deleted = sql.param(owner.deleted, searchTerms.deleted);
  await db
    .insert(searchTerms)
    .select(
      sql`select ${cspId}, ${resellerId}, ${customerId}, value ->> 0, value ->> 1, ${deleted}, ${name} from ${kit.rowsIn(rows)}`,
    );
}

/** In the place of those that the customer has. */
export async function replaceTerms(db: Database, owner: Owner, terms: readonly string[]): Promise<void> {
  await db.delete(searchTerms).where(eq(searchTerms.customerId, owner.customerId));
  await addTerms(db, owner, terms);
}

/** Those that are kept of the customer, in order. */
export const keptTerms = async (db: Database, customerId: string): Promise<string[]> => {
  const query = hot(db, "kept_terms", (prepare) =>
    prepare(
      db
        .select({ term: searchTerms.term })
        .from(searchTerms)
        .where(eq(searchTerms.customerId, sql.placeholder("customerId")))
        .orderBy(asc(searchTerms.term)),
      "kept_terms",
    ),
  );
  return (await query.execute({ customerId })).map(({ term }) => term);
};
