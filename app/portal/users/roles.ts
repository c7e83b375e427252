import type { Option } from "@/components/ui/input";
import { roleNames } from "@/lib/core/role-names";
import { type Principal, permissionsOf, type Role, roles } from "@/lib/core/scope";

const optionOf = (value: Role): Option => ({ value, label: roleNames[value] });

const isOfCsp = (role: Role) => role.startsWith("csp_");

/** What somebody can make others: never more than itself, and of the CSP only where it stands at its level. */
export const grantable = ({ permissions, resellerId }: Principal): Option[] =>
  roles
    .filter((role) => permissionsOf[role].every((permission) => permissions.has(permission)))
    .filter((role) => resellerId === undefined || !isOfCsp(role))
    .map(optionOf);

/** What a user can become without leaving its tenant. */
export const rolesWithin = (principal: Principal, user: { role: Role }): Option[] => {
  const own = grantable(principal).filter(({ value }) => isOfCsp(value as Role) === isOfCsp(user.role));
  return own.some(({ value }) => value === user.role) ? own : [optionOf(user.role), ...own];
};
