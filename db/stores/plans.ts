import { and, asc, eq, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { billingPlans } from "../schema";
import { hot } from "./hot";
import { visible } from "./visible";

export type Plan = typeof billingPlans.$inferSelect;

/** A CSP's plans, which all its resellers and customers may read. */
export const planReads = (db: Database, scope: AnyScope) => ({
  list: async (): Promise<Plan[]> =>
    db
      .select()
      .from(billingPlans)
      .where(visible(scope, billingPlans))
      .orderBy(asc(billingPlans.createdAt), asc(billingPlans.id)),

  byId: async (id: string): Promise<Plan | undefined> => {
    const query = hot(db, "plan_by_id", (prepare) =>
      prepare(
        db
          .select()
          .from(billingPlans)
          .where(and(eq(billingPlans.cspId, sql.placeholder("cspId")), eq(billingPlans.id, sql.placeholder("id")))),
        "plan_by_id",
      ),
    );
    return (await query.execute({ cspId: scope.cspId, id })).at(0);
  },
});
