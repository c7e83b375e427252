import { and, asc, eq, inArray } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, providers, searchTerms } from "../schema";
import { listLog } from "./list-log";
import { listPages } from "./list-pages";
import { listTallies } from "./list-tallies";
import { matching } from "./matches";
import { remembering } from "./remembered";
import { termsBelow } from "./search";
import { LONGEST } from "./terms";

export const customerListReads = (db: Database, scope: AnyScope) => {
  const remember = remembering(listLog(db, scope), [scope.cspId, scope.resellerId, scope.customerId]);
  const matches = matching(db, scope, remember);

  const providersNamed = async (ids: readonly string[]) =>
    ids.length === 0
      ? []
      : db
          .select({ id: providers.id, name: providers.name, kind: providers.kind })
          .from(providers)
          .where(inArray(providers.id, [...ids]));

  /** Customers that have one of these terms, whole; with the domains that each is known to have among them. */
  const alike = async (terms: readonly string[], limit: number) =>
    db
      .selectDistinct({ customer: customers, term: searchTerms.term })
      .from(searchTerms)
      .innerJoin(customers, eq(customers.id, searchTerms.customerId))
      .where(
        and(
          termsBelow(db, scope, false),
          inArray(
            searchTerms.term,
            terms.map((term) => term.slice(0, LONGEST)),
          ),
        ),
      )
      .orderBy(asc(customers.sortName), asc(customers.id))
      .limit(limit);

  return {
    count: matches.count,
    ...listTallies(db, matches, remember),
    page: listPages(db, scope, matches, remember),
    providersNamed,
    alike,
  };
};
