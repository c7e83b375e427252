import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { customers, listStamps, providers, searchTerms } from "../schema";
import { remembered } from "./counted";
import { hot } from "./hot";
import { listPages } from "./list-pages";
import { listTallies } from "./list-tallies";
import { matching, type Remember } from "./matches";
import { termsBelow } from "./search";
import { depthOf, pathValues } from "./visible";

export const customerListReads = (db: Database, scope: AnyScope) => {
  const depth = depthOf(scope);

  const stamp = async (): Promise<number> => {
    const query = hot(db, `list_stamp_${depth}`, (prepare) =>
      prepare(
        db
          .select({ n: sql<number>`coalesce(sum(${listStamps.n}), 0)`.mapWith(Number) })
          .from(listStamps)
          .where(
            and(
              eq(listStamps.cspId, sql.placeholder("cspId")),
              depth === "csp" ? undefined : eq(listStamps.resellerId, sql.placeholder("resellerId")),
            ),
          ),
        `list_stamp_${depth}`,
      ),
    );
    return (await query.execute(pathValues(scope))).at(0)?.n ?? 0;
  };
  const remember: Remember = (what, work) =>
    remembered(stamp, [scope.cspId, scope.resellerId, scope.customerId, ...what], work);
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
      .where(and(termsBelow(db, scope, false), inArray(searchTerms.term, [...terms])))
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
