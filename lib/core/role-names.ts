import type { Role } from "./scope";

/** Roles as they read. */
export const roleNames: Record<Role, string> = {
  csp_admin: "CSP administrator",
  csp_viewer: "CSP viewer",
  reseller_admin: "Reseller administrator",
  reseller_viewer: "Reseller viewer",
};
