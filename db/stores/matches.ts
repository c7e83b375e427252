import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { type Column, type Database, kit } from "../kit";
import { customerListings, searchTerms, type Trace } from "../schema";
import { chosen, type ListFilter, listed, plain, shows } from "./list-filter";
import type { Change } from "./list-log";
import type { Remember } from "./remembered";
import { type Asked, askedOf, firstBeginning, found as isFound, matches, termsBelow } from "./search";

/** A count, after changes to what it counts. */
const counting =
  (isCounted: (trace: Trace | null) => boolean) =>
  (count: number, changes: readonly Change[]): number =>
    changes.reduce((sum, { before, after }) => sum - Number(isCounted(before)) + Number(isCounted(after)), count);

const l = customerListings;
const n = sql<number>`count(*)`.mapWith(Number);

/** Which listings a filter and its search leave, and how many. */
export const matching = (db: Database, scope: AnyScope, remember: Remember) => {
  /** Each customer that has a term that begins so, once. */
  const having = (from: string, deleted: boolean) =>
    db
      .select({ id: searchTerms.customerId, name: searchTerms.name })
      .from(searchTerms)
      .where(and(termsBelow(db, scope, deleted), firstBeginning(from)));

  const size = (from: string, deleted: boolean): Promise<number> =>
    remember(
      ["having", from, deleted],
      async () => {
        const found = having(from, deleted).as("found");
        return (await db.select({ n }).from(found)).at(0)?.n ?? 0;
      },
      counting((trace) => trace?.deleted === deleted && isFound({ whole: from, parts: [] }, trace.terms)),
    );

  /** All who can match a word have a term that begins like it or, where it has parts, like the rarest of them. */
  async function startOf(asked: Asked, deleted: boolean) {
    const { whole, parts } = asked;
    const most = await size(whole, deleted);
    if (parts.length === 0) return { asked, most, found: having(whole, deleted) };
    const sizes = await Promise.all(parts.map((part) => size(part, deleted)));
    const least = Math.min(...sizes);
    const rarest = parts[sizes.indexOf(least)] ?? whole;
    return { asked, most: most + least, found: having(whole, deleted).union(having(rarest, deleted)) };
  }

  const all =
    (asked: readonly Asked[]) =>
    (customerId: Column): SQL | undefined =>
      and(...asked.map((one) => matches(db, one, customerId)));

  /** A search starts from its rarest word; the others are looked up customer by customer. Undefined without words. */
  async function search({ q, deleted = false }: ListFilter) {
    const words = askedOf(q ?? "");
    const starts = await Promise.all(words.map((asked) => startOf(asked, deleted)));
    const [start] = starts.sort((a, b) => a.most - b.most);
    if (!start) return undefined;
    const { asked, most, found } = start;
    const rest = words.filter((word) => word !== asked || word.parts.length > 0);
    return {
      /** Ids and names; no more than `most`. */
      found,
      most,
      /** What must hold of them beside that; undefined for nothing. */
      rest: rest.length > 0 ? all(rest) : undefined,
      /** What must hold of anybody. */
      words: all(words),
    };
  }

  /** All that match. */
  const count = (filter: ListFilter): Promise<number> =>
    remember(["count", filter], () => countNow(filter), counting(shows(filter)));

  async function countNow(filter: ListFilter): Promise<number> {
    const asked = await search(filter);
    if (asked && !asked.rest && chosen(filter, plain) === undefined) return asked.most;
    const named = await namesOf(filter);
    const rows = await (named
      ? db.select({ n }).from(named)
      : db
          .select({ n })
          .from(l)
          .where(await where(filter)));
    return rows.at(0)?.n ?? 0;
  }

  /** All that match, where terms alone tell: listings are looked up only to be filtered. */
  async function namesOf(filter: ListFilter) {
    const asked = await search(filter);
    if (!asked || chosen(filter, plain) !== undefined) return undefined;
    const found = asked.found.as("found");
    return db.select({ id: found.id, name: found.name }).from(found).where(asked.rest?.(found.id)).as("named");
  }

  /** The condition of all that match: found by what leaves the fewest, the search or the rest of the filter. */
  async function where(filter: ListFilter): Promise<SQL | undefined> {
    const asked = await search(filter);
    const narrowed = chosen(filter, plain);
    if (!asked) return and(listed(scope, plain, filter), narrowed);
    const others = narrowed ? await count({ ...filter, q: undefined }) : Number.POSITIVE_INFINITY;
    // Of a few the words are looked up one by one; for many it is read once who has them.
    if (others * 4 < asked.most) return and(listed(scope, plain, filter), narrowed, asked.words(l.customerId));
    const found = asked.found.as("found");
    const [there, id] = others < asked.most ? [plain, kit.unindexed] : [kit.unindexed, plain];
    return and(
      inArray(id(l.customerId), db.select({ id: found.id }).from(found)),
      listed(scope, there, filter),
      chosen(filter, there),
      asked.rest?.(l.customerId),
    );
  }

  /** The same for a walk along the index of an order. */
  const along = async (filter: ListFilter): Promise<SQL | undefined> =>
    and(chosen(filter, kit.unindexed), (await search(filter))?.words(l.customerId));

  return { count, where, along, namesOf };
};

export type Matching = ReturnType<typeof matching>;
