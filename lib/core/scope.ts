import { Problem } from "./problem";

export const permissions = [
  "customers:read",
  "customers:write",
  "accounts:read",
  "accounts:write",
  "resources:read",
  "settings:read",
  "settings:write",
  "capacity:read",
  "capacity:write",
  "groups:read",
  "groups:write",
  "domains:read",
  "domains:write",
  "providers:read",
  "resellers:read",
  "resellers:write",
  "users:read",
  "users:write",
  "keys:read",
  "keys:write",
  "skins:read",
  "skins:write",
  "views:read",
  "views:write",
  "jobs:read",
  "audit:read",
] as const;
export type Permission = (typeof permissions)[number];

export const readPermissions: readonly Permission[] = permissions.filter((name) => name.endsWith(":read"));

export const roles = ["csp_admin", "csp_viewer", "reseller_admin", "reseller_viewer"] as const;
export type Role = (typeof roles)[number];

/** A viewer keeps views of its own, which change nothing of the business. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  csp_admin: permissions,
  csp_viewer: [...readPermissions, "views:write"],
  reseller_admin: permissions.filter((name) => name !== "resellers:write"),
  reseller_viewer: [...readPermissions, "views:write"],
};

export const levels = ["csp", "reseller", "customer"] as const;
export type Level = (typeof levels)[number];

/** Where a principal stands: a reseller's path has two steps, a customer's three. */
export interface TenantPath {
  readonly cspId: string;
  readonly resellerId?: string | undefined;
  readonly customerId?: string | undefined;
}

/** Who acts, as the audit log names it. */
export interface Actor {
  readonly kind: "user" | "key" | "system";
  readonly id: string;
  readonly name: string;
  readonly surface: string;
  readonly correlationId: string;
  readonly ip: string;
}

/** What is permitted: all that is ever asked of it. */
export type Permitted = Pick<ReadonlySet<Permission>, "has">;

/** Who is asking: a user or a key, with what it may do. */
export interface Principal extends TenantPath {
  readonly level: Level;
  readonly actor: Actor;
  readonly permissions: Permitted;
}

declare const granted: unique symbol;

/** One tenant path, one actor, and proof that `P` was checked. Only `grant` makes one. */
export interface Scope<P extends Permission = never> extends TenantPath {
  readonly [granted]: { readonly [K in P]: true };
  readonly level: Level;
  readonly actor: Actor;
  /** All that the caller may do: nobody hands on more than that. */
  readonly permissions: Permitted;
}

/** Any scope, whatever was checked: what the doors of the database take. */
export type AnyScope = Omit<Scope, typeof granted | "permissions">;

export const may = (principal: Principal, ...needs: readonly Permission[]): boolean =>
  needs.every((permission) => principal.permissions.has(permission));

/** The scope of a principal that holds every one of `needs`; 403 otherwise. */
export function grant<P extends Permission>(principal: Principal, ...needs: readonly P[]): Scope<P> {
  const lacking = needs.find((permission) => !principal.permissions.has(permission));
  if (lacking) throw new Problem("permission.missing", { detail: `This needs the permission ${lacking}` });
  // The check above is the proof that the brand stands for.
  return principal as unknown as Scope<P>;
}

/** The same caller, confined to a reseller of its CSP: the reseller switcher of a CSP admin. */
export const confine = (principal: Principal, resellerId: string): Principal => ({ ...principal, resellerId });
