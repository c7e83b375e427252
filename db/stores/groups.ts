import { and, asc, eq } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { groupMembers, userGroups } from "../schema";
import type { Changes, Row } from "./changes";
import { visible } from "./visible";

const byCreation = [asc(userGroups.createdAt), asc(userGroups.id)];

export const groupReads = (db: Database, scope: AnyScope) => ({
  list: async () =>
    db
      .select()
      .from(userGroups)
      .where(visible(scope, userGroups))
      .orderBy(...byCreation),

  byId: async (id: string) =>
    (
      await db
        .select()
        .from(userGroups)
        .where(and(visible(scope, userGroups), eq(userGroups.id, id)))
    ).at(0),

  /** The groups that the customer is in. */
  ofCustomer: async (customerId: string) =>
    (
      await db
        .select({ group: userGroups })
        .from(groupMembers)
        .innerJoin(userGroups, eq(userGroups.id, groupMembers.groupId))
        .where(and(visible(scope, groupMembers), eq(groupMembers.customerId, customerId)))
        .orderBy(...byCreation)
    ).map(({ group }) => group),
});

export const groupWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...groupReads(db, scope),

  /** Undefined where it is in already. */
  join: ({ cspId, resellerId, id }: Row<"customer">, groupId: string) =>
    changes.insertIfNew("group_member", { cspId, resellerId, customerId: id, groupId }),

  leave: (customerId: string, groupId: string) =>
    changes.remove(
      "group_member",
      and(visible(scope, groupMembers), eq(groupMembers.customerId, customerId), eq(groupMembers.groupId, groupId)),
    ),
});
