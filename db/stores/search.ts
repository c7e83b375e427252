import { and, eq, exists, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { TenantPath } from "../../lib/core/scope";
import { fold, sortKey } from "../../lib/core/text";
import type { Column, Database } from "../kit";
import { resellers, searchTerms } from "../schema";
import { LONGEST, words } from "./terms";

const SEARCHABLE = /[\p{L}\p{N}]/u;

/** The beginning of a term; with its inner words where it holds more than one (`o'brien`). */
export interface Asked {
  readonly whole: string;
  readonly parts: readonly string[];
}

export function askedOf(query: string): Asked[] {
  const asked = [...new Set(fold(query).trim().split(/\s+/))].filter(Boolean);
  const worthy = asked.filter((word) => SEARCHABLE.test(word));
  const all = (worthy.length > 0 ? worthy : asked).map((word) => {
    const parts = words(word).filter(Boolean);
    // "Sons," is the word in it: no term ends in a comma.
    const [only] = parts.length === 1 ? parts : [];
    return {
      whole: (only ?? sortKey(word)).slice(0, LONGEST),
      parts: parts.length > 1 ? parts.map((part) => part.slice(0, LONGEST)) : [],
    };
  });
  return all.filter(({ whole }) => whole !== "");
}

/** The terms that begin so. */
export const beginning = (from: string): SQL | undefined =>
  and(gte(searchTerms.term, from), lt(searchTerms.term, `${from}\u{10ffff}`));

/** The terms of the path's customers: of those that are deleted, or of the others. Each reseller has its part of the index. */
export const termsBelow = (db: Database, path: TenantPath, deleted: boolean): SQL | undefined => {
  const { cspId, resellerId, customerId } = searchTerms;
  const all = db.select({ id: resellers.id }).from(resellers).where(eq(resellers.cspId, path.cspId));
  return and(
    eq(cspId, path.cspId),
    path.resellerId ? eq(resellerId, path.resellerId) : inArray(resellerId, all),
    path.customerId ? eq(customerId, path.customerId) : undefined,
    eq(searchTerms.deleted, deleted),
  );
};

/** Of each customer the first term that begins so: whoever has several is met once. */
export const firstBeginning = (from: string): SQL | undefined => and(beginning(from), lt(searchTerms.previous, from));

/** The customer, one of the scope, has a term that begins so. */
const hasTerm = (db: Database, customerId: Column, from: string): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(searchTerms)
      .where(and(eq(searchTerms.customerId, customerId), beginning(from))),
  );

/** A term begins with the word that is asked for, or each of its parts begins one. */
export const matches = (db: Database, { whole, parts }: Asked, customerId: Column): SQL | undefined =>
  or(
    hasTerm(db, customerId, whole),
    parts.length > 0 ? and(...parts.map((part) => hasTerm(db, customerId, part))) : undefined,
  );

/** As `matches`, of a customer's terms at hand. */
export const found = ({ whole, parts }: Asked, terms: readonly string[]): boolean => {
  const has = (from: string) => terms.some((term) => term.startsWith(from));
  return has(whole) || (parts.length > 0 && parts.every(has));
};
