import type { Role } from "./scope";

/** Roles as they read. */
export const roleNames: Record<Role, string> = {
  csp_admin: "CSP administrator",
  csp_viewer: "CSP viewer",
  reseller_admin: "Reseller administrator",
  reseller_viewer: "Reseller viewer",
};

/** What the API says of roles by their codes, as pages say it. */
export const withRoleNames = (text: string): string =>
  text.replace(/\b(?:csp|reseller)_(?:admin|viewer)\b/g, (role) => roleNames[role as Role]);
