import { and, type SQL, sql } from "drizzle-orm";
import type { Database } from "../kit";
import { customerListings } from "../schema";
import { type Facet, facetNames, facets, type Key, type ListFilter, shows } from "./list-filter";
import type { Change } from "./list-log";
import type { Matching } from "./matches";
import type { Remember } from "./remembered";

/** Of each facet how many have each value. */
type Sums = Map<string, number>[];

/** How many customers a list would show with other filters. */
export const listTallies = (db: Database, { where }: Matching, remember: Remember) => {
  /** A row for every combination of the facets' values that there is. */
  async function groups(names: readonly Facet[], filter: ListFilter) {
    const columns = names.map((name) => customerListings[facets[name].column]);
    const only = names.length === 1 ? facets[names[0] as Facet].only : undefined;
    const keys: Record<string, SQL<string | number>> = Object.fromEntries(
      columns.map((column, index) => [index, sql<string | number>`${column}`]),
    );
    return db
      .select({ keys, n: sql<number>`count(*)`.mapWith(Number) })
      .from(customerListings)
      .where(and(await where(filter), only))
      .groupBy(...columns);
  }

  /** Of each of these facets how many have each value, where all holds that is asked for of others. */
  const tallies = (names: readonly Facet[], filter: ListFilter): Promise<Sums> => {
    const others: ListFilter = { ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) };
    const isCounted = shows(others);
    const addAll = (sums: Sums, keyOf: (name: Facet, index: number) => Key, n: number) => {
      for (const [index, name] of names.entries()) add(sums[index] ?? new Map(), name, keyOf(name, index), n);
    };
    const count = async () => {
      const sums: Sums = names.map(() => new Map());
      for (const { keys, n } of await groups(names, others)) addAll(sums, (_, index) => keys[index] ?? "", n);
      return sums;
    };
    const follow = (counted: Sums, changes: readonly Change[]) => {
      const sums = counted.map((sum) => new Map(sum));
      for (const { before, after } of changes) {
        if (before && isCounted(before)) addAll(sums, (name) => before[facets[name].column], -1);
        if (after && isCounted(after)) addAll(sums, (name) => after[facets[name].column], 1);
      }
      return sums;
    };
    return remember(["tallies", names, others], count, follow);
  };

  /** How many have each value of the facet, where everything else holds that is asked for. */
  const tally = async (name: Facet, filter: ListFilter): Promise<Map<string, number>> =>
    (await tallies([name], filter))[0] ?? new Map();

  /** `tally` of every facet: those of a narrowed list that are not filtered by themselves are counted in one pass. */
  async function tallyAll(filter: ListFilter): Promise<Record<Facet, Map<string, number>>> {
    const free = facetNames.filter((name) => filter[name] === undefined);
    const isNarrowed = filter.q !== undefined || free.length < facetNames.length;
    const together = isNarrowed && free.length > 0 ? [free] : [];
    const passes = [...together, ...facetNames.filter((name) => !together[0]?.includes(name)).map((name) => [name])];
    const sums = await Promise.all(passes.map((names) => tallies(names, filter)));
    const entries = passes.flatMap((names, pass) => names.map((name, index) => [name, sums[pass]?.[index]]));
    // Each name is in one of the passes.
    return Object.fromEntries(entries) as Record<Facet, Map<string, number>>;
  }

  return { tally, tallyAll };
};

/** Counts `n` more customers whose facet's column is so. */
function add(sum: Map<string, number>, name: Facet, key: Key, n: number): void {
  for (const value of facets[name].valuesIn(key)) {
    const count = (sum.get(value) ?? 0) + n;
    if (count === 0) sum.delete(value);
    else sum.set(value, count);
  }
}
