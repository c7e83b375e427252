import type { Row } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import { roleNames } from "@/lib/core/role-names";
import { type AnyScope, permissionsOf, type Role, roles, type Scope } from "@/lib/core/scope";

/** A person who signs in, without what proves it. */
export type User = Omit<Row<"user">, "passwordHash" | "sessionsFrom">;

export const withoutSecrets = ({ passwordHash: _hash, sessionsFrom: _from, ...user }: Row<"user">): User => user;

export const isCspRole = (role: Role): boolean => role.startsWith("csp_");

/** The role that keeps a tenant's users: of each tenant, one stays. */
export const adminRole = ({ resellerId }: Pick<User, "resellerId">): Role =>
  resellerId === null ? "csp_admin" : "reseller_admin";

/** Roles that users of that tenant can have. */
export const rolesOf = ({ resellerId }: Pick<User, "resellerId">): Role[] =>
  roles.filter((role) => isCspRole(role) === (resellerId === null));

export function checkRole(role: Role, tenant: Pick<User, "resellerId">): void {
  const fitting = rolesOf(tenant);
  if (!fitting.includes(role)) throw invalid(["role"], `must be ${fitting.join(" or ")} here`);
}

/** 403 where the role may do more than the caller: nobody makes or takes over somebody stronger. */
export function checkNotStronger(scope: Scope<"users:write">, role: Role): void {
  if (permissionsOf[role].some((permission) => !scope.permissions.has(permission))) {
    const detail = `You may do less than a ${roleNames[role]}, so you cannot manage one`;
    throw new Problem("permission.missing", { detail });
  }
}

/** 403 for a customer's key: users are of a CSP or a reseller. */
export function checkHasUsers(scope: AnyScope): void {
  if (scope.customerId) throw new Problem("permission.missing", { detail: "A customer has no users" });
}
