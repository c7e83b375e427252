import { type Row, read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";

export type UserGroup = Row<"user_group">;

/** Every group below the scope, oldest first. */
export const listGroups = (scope: Scope<"groups:read">): Promise<UserGroup[]> =>
  read(scope, ({ groups }) => groups.list());

/** The groups that a customer, found before, is in. */
export const groupsOf = (scope: AnyScope, customerId: string): Promise<UserGroup[]> =>
  read(scope, ({ groups }) => groups.ofCustomer(customerId));
