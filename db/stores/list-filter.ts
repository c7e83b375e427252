import { and, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { countryCodes, countryName } from "../../lib/core/countries";
import type { AgreementStatus, Attention } from "../../lib/core/lists";
import type { TenantPath } from "../../lib/core/scope";
import { sortKey } from "../../lib/core/text";
import type { Column } from "../kit";
import { customerListings, type Trace } from "../schema";
import type { Row } from "./changes";
import { agreementAt, attentionsIn, bitsWith, placeOfAgreement, providerIdsIn } from "./listed";
import { askedOf, found } from "./search";

/** Which customers: each list is "one of these", and all that is given must hold. */
export interface ListFilter {
  q?: string | undefined;
  statuses?: readonly Row<"customer">["status"][] | undefined;
  countries?: readonly string[] | undefined;
  resellerIds?: readonly string[] | undefined;
  providerIds?: readonly string[] | undefined;
  agreements?: readonly (AgreementStatus | "none")[] | undefined;
  attentions?: readonly Attention[] | undefined;
  deleted?: boolean | undefined;
}
export type Facet = "statuses" | "countries" | "resellerIds" | "providerIds" | "agreements" | "attentions";

const l = customerListings;
const codes = new Map(countryCodes.map((code) => [sortKey(countryName(code)), code]));

/** How a column stands in a condition: bare, or so that no index is chosen for it. */
export type Spelling = (column: Column) => SQL;
export const plain: Spelling = (column) => sql`${column}`;

/** An index holds these alone. */
const needing = (spelled: Spelling): SQL => sql`${spelled(l.attention)} > 0`;

/** What a listing, and a trace of it, says of a facet. */
export type Key = string | number;
type FacetColumn = "status" | "country" | "resellerId" | "providers" | "agreement" | "attention";

/**
 * Each by a column that an index of the listings ends with, and what its values stand for; "none" for nothing. `only`:
 * others have no value.
 */
export const facets: Record<Facet, { column: FacetColumn; valuesIn: (key: Key) => readonly string[]; only?: SQL }> = {
  statuses: { column: "status", valuesIn: (status) => [String(status)] },
  countries: { column: "country", valuesIn: (name) => [codes.get(String(name)) ?? "none"] },
  resellerIds: { column: "resellerId", valuesIn: (id) => [String(id)] },
  providerIds: { column: "providers", valuesIn: (key) => (key === "" ? ["none"] : providerIdsIn(String(key))) },
  agreements: { column: "agreement", valuesIn: (place) => [agreementAt(Number(place)) ?? "none"] },
  attentions: { column: "attention", valuesIn: (bits) => attentionsIn(Number(bits)), only: needing(plain) },
};
export const facetNames = Object.keys(facets) as readonly Facet[];

/** The listings below the path: of those that are deleted, or of the others. */
export const listed = (path: TenantPath, spelled: Spelling, { deleted = false }: ListFilter): SQL | undefined =>
  and(
    eq(spelled(l.cspId), path.cspId),
    path.resellerId ? eq(spelled(l.resellerId), path.resellerId) : undefined,
    path.customerId ? eq(spelled(l.customerId), path.customerId) : undefined,
    eq(spelled(l.deleted), sql.param(deleted, l.deleted)),
  );

/** What is asked for of a listing beside its owner and a search; undefined for nothing. */
export function chosen(filter: ListFilter, spelled: Spelling): SQL | undefined {
  const { statuses, countries, resellerIds, providerIds, agreements, attentions } = filter;
  const names = countries?.map((code) => (code === "none" ? "" : sortKey(countryName(code))));
  const places = agreements?.map((status) => placeOfAgreement(status === "none" ? null : status));
  return and(
    statuses && inArray(spelled(l.status), [...statuses]),
    names && inArray(spelled(l.country), names),
    resellerIds && inArray(spelled(l.resellerId), [...resellerIds]),
    places && inArray(spelled(l.agreement), places),
    attentions && and(needing(spelled), inArray(spelled(l.attention), bitsWith(attentions))),
    providerIds && or(...providerIds.map((id) => (id === "none" ? eq(l.providers, "") : like(l.providers, `%${id}%`)))),
  );
}

/** As the conditions above have it: whether a list shows what left the trace. */
export function shows(filter: ListFilter): (trace: Trace | null) => boolean {
  const asked = askedOf(filter.q ?? "");
  const narrowing = facetNames.flatMap((name) => {
    const { column, valuesIn } = facets[name];
    const values: readonly string[] | undefined = filter[name];
    return values ? (trace: Trace) => valuesIn(trace[column]).some((value) => values.includes(value)) : [];
  });
  return (trace) =>
    trace !== null &&
    trace.deleted === (filter.deleted ?? false) &&
    narrowing.every((holds) => holds(trace)) &&
    asked.every((word) => found(word, trace.terms));
}
