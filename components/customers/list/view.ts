import { RESELLER } from "@/lib/core/address";

/**
 * The list's address is its view: the same parameters that the API takes, and `columns`, which only the page knows. What
 * is the default stays out of the address.
 */
export const LIST = "/portal/customers";

export const facetNames = ["status", "agreement", "provider_id", "country", "attention", "reseller_id"] as const;
export type FacetName = (typeof facetNames)[number];

export interface View {
  readonly q: string;
  readonly filters: Readonly<Record<FacetName, readonly string[]>>;
  readonly deleted: boolean;
  /** A column's name, after a minus where descending. */
  readonly sort: string;
  readonly cursor: string | undefined;
  /** Undefined for the columns that everybody begins with. */
  readonly columns: readonly string[] | undefined;
}

export const DEFAULT_SORT = "name";

// Every facet is a key of it, made just here.
const filtersFrom = (values: (name: FacetName) => readonly string[]) =>
  Object.fromEntries(facetNames.map((name) => [name, values(name)])) as unknown as View["filters"];

export const noFilters = filtersFrom(() => []);

const listOf = (text: string | null): string[] => [...new Set((text ?? "").split(",").filter(Boolean))];

export function viewOf(query: { get(name: string): string | null }): View {
  // Where one reseller alone is looked at there is none to choose: a saved view, or the way back to the list, may name another.
  const given = (name: FacetName) => (name === "reseller_id" && query.get(RESELLER) ? null : query.get(name));
  const columns = query.get("columns");
  return {
    q: query.get("q")?.trim() ?? "",
    filters: filtersFrom((name) => listOf(given(name))),
    deleted: query.get("deleted") === "true",
    sort: query.get("sort") || DEFAULT_SORT,
    cursor: query.get("cursor") || undefined,
    columns: columns === null ? undefined : listOf(columns),
  };
}

/** What the list's operation of the API is asked with. */
export function filterOf({ q, filters, deleted }: View): Record<string, string> {
  const query: Record<string, string> = {};
  if (q) query.q = q;
  for (const name of facetNames) if (filters[name].length > 0) query[name] = filters[name].join(",");
  if (deleted) query.deleted = "true";
  return query;
}

export function queryOf(view: View): Record<string, string> {
  const query = filterOf(view);
  if (view.sort !== DEFAULT_SORT) query.sort = view.sort;
  if (view.cursor) query.cursor = view.cursor;
  return query;
}

export function hrefOf(view: View): string {
  const query = new URLSearchParams(queryOf(view));
  if (view.columns) query.set("columns", view.columns.join(","));
  const text = query.toString();
  return text ? `${LIST}?${text}` : LIST;
}

/** Another view of the list; unless it is another page of the same, it begins at the first page. */
export function changed(view: View, change: Partial<View>): View {
  const next = { ...view, cursor: undefined, ...change };
  // Only deleted customers have a day to be sorted by.
  return !next.deleted && next.sort.endsWith("deleted_at") ? { ...next, sort: DEFAULT_SORT } : next;
}

/** The first click sorts upwards, the next one downwards; numbers and dates the other way round. */
export function nextSort(current: string, column: string, downFirst: boolean): string {
  const [first, second] = downFirst ? [`-${column}`, column] : [column, `-${column}`];
  return current === first ? second : first;
}

export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
