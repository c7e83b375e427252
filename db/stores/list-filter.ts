import { and, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { countryCodes, countryName } from "../../lib/core/countries";
import type { AgreementStatus, Attention } from "../../lib/core/lists";
import type { TenantPath } from "../../lib/core/scope";
import { sortKey } from "../../lib/core/text";
import type { Column } from "../kit";
import { customerListings } from "../schema";
import type { Row } from "./changes";
import { agreementAt, attentionsIn, bitsWith, placeOfAgreement, providerIdsIn } from "./listings";

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

/**
 * Each by a column that an index of the listings ends with, and what its values stand for; "none" for nothing. `only`:
 * others have no value.
 */
export const facets: Record<
  Facet,
  { column: Column; valuesIn: (key: string | number) => readonly string[]; only?: SQL }
> = {
  statuses: { column: l.status, valuesIn: (status) => [String(status)] },
  countries: { column: l.country, valuesIn: (name) => [codes.get(String(name)) ?? "none"] },
  resellerIds: { column: l.resellerId, valuesIn: (id) => [String(id)] },
  providerIds: { column: l.providers, valuesIn: (key) => (key === "" ? ["none"] : providerIdsIn(String(key))) },
  agreements: { column: l.agreement, valuesIn: (place) => [agreementAt(Number(place)) ?? "none"] },
  attentions: { column: l.attention, valuesIn: (bits) => attentionsIn(Number(bits)), only: needing(plain) },
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
  const names = countries?.map((code) => sortKey(countryName(code)));
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
