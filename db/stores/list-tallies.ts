import { and, type SQL, sql } from "drizzle-orm";
import type { Column, Database } from "../kit";
import { customerListings } from "../schema";
import { type Facet, facetNames, facets, type ListFilter } from "./list-filter";
import type { Matching, Remember } from "./matches";

/** How many customers a list would show with other filters. */
export const listTallies = (db: Database, { where }: Matching, remember: Remember) => {
  /** A row for every combination of the columns' values that there is. */
  async function groups(columns: readonly Column[], filter: ListFilter, only: SQL | undefined) {
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
  const tallies = (names: readonly Facet[], filter: ListFilter): Promise<Map<string, number>[]> => {
    const others: ListFilter = { ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) };
    return remember(["tallies", names, others], async () => {
      const sums = names.map(() => new Map<string, number>());
      const columns = names.map((name) => facets[name].column);
      const only = names.length === 1 ? facets[names[0] as Facet].only : undefined;
      for (const { keys, n } of await groups(columns, others, only)) {
        for (const [index, name] of names.entries()) {
          const sum = sums[index] as Map<string, number>;
          for (const value of facets[name].valuesIn(keys[index] ?? "")) {
            sum.set(value, (sum.get(value) ?? 0) + n);
          }
        }
      }
      return sums;
    });
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
