import { and, asc, eq, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { settings } from "../schema";
import type { Changes, Row } from "./changes";
import { hot } from "./hot";
import { depthOf, pathValues, visible, visibleAt } from "./visible";

export const settingReads = (db: Database, scope: AnyScope) => ({
  list: async (customerId: string): Promise<Pick<Row<"setting">, "name" | "value" | "modifiedAt">[]> => {
    const depth = depthOf(scope);
    return hot(db, `setting_list_${depth}`, (prepare) =>
      prepare(
        db
          .select({ name: settings.name, value: settings.value, modifiedAt: settings.modifiedAt })
          .from(settings)
          .where(and(visibleAt(depth, settings), eq(settings.customerId, sql.placeholder("of"))))
          .orderBy(asc(settings.name)),
        `setting_list_${depth}`,
      ),
    ).execute({ ...pathValues(scope), of: customerId });
  },

  byName: async (
    customerId: string,
    name: string,
  ): Promise<Pick<Row<"setting">, "value" | "modifiedAt"> | undefined> => {
    const depth = depthOf(scope);
    const query = hot(db, `setting_by_name_${depth}`, (prepare) =>
      prepare(
        db
          .select({ value: settings.value, modifiedAt: settings.modifiedAt })
          .from(settings)
          .where(
            and(
              visibleAt(depth, settings),
              eq(settings.customerId, sql.placeholder("of")),
              eq(settings.name, sql.placeholder("name")),
            ),
          ),
        `setting_by_name_${depth}`,
      ),
    );
    return (await query.execute({ ...pathValues(scope), of: customerId, name })).at(0);
  },
});

type Customer = Pick<Row<"customer">, "id" | "cspId" | "resellerId">;

export const settingWrites = (db: Database, scope: AnyScope, changes: Changes) => {
  const that = (customerId: string, name: string) =>
    and(visible(scope, settings), eq(settings.customerId, customerId), eq(settings.name, name));

  return {
    ...settingReads(db, scope),

    /** Of a customer that is held: nobody else sets it meanwhile. */
    set: async (customer: Customer, name: string, value: unknown, modifiedAt: Date): Promise<void> => {
      const values = { value, modifiedAt };
      if ((await changes.update("setting", that(customer.id, name), values)).length > 0) return;
      const path = { cspId: customer.cspId, resellerId: customer.resellerId, customerId: customer.id };
      await changes.insert("setting", { ...path, name, ...values });
    },

    remove: (customerId: string, name: string) => changes.remove("setting", that(customerId, name)),
  };
};
