import type { Finds } from "@/components/palette/palette-button";
import type { NavGroup } from "@/components/shell/app-shell";
import type { Permission } from "@/lib/core/scope";

type Item = NavGroup["items"][number] & { need?: Permission; cspOnly?: true };

const groups: { label?: string; items: Item[] }[] = [
  {
    items: [
      { label: "Overview", href: "/portal", icon: "overview", exact: true },
      { label: "Customers", href: "/portal/customers", icon: "customers", need: "customers:read" },
      { label: "Resellers", href: "/portal/resellers", icon: "resellers", need: "resellers:read", cspOnly: true },
    ],
  },
  {
    label: "Administration",
    items: [
      { label: "Users", href: "/portal/users", icon: "users", need: "users:read" },
      { label: "API keys", href: "/portal/keys", icon: "keys", need: "keys:read" },
      { label: "Skins", href: "/portal/skins", icon: "skins", need: "skins:read" },
      { label: "Audit", href: "/portal/audit", icon: "audit", need: "audit:read" },
      { label: "API reference", href: "/portal/reference", icon: "reference" },
    ],
  },
];

/** The pages that somebody with these permissions can open. */
export const navFor = (level: "csp" | "reseller", has: (permission: Permission) => boolean): NavGroup[] =>
  groups.map(({ label, items }) => ({
    label,
    items: items
      .filter(({ need, cspOnly }) => (!need || has(need)) && (!cspOnly || level === "csp"))
      .map(({ need: _, cspOnly: __, ...item }) => item),
  }));

const actions: { label: string; href: string; needs: Permission[]; cspOnly?: true }[] = [
  { label: "New customer", href: "/portal/customers/new", needs: ["customers:write", "accounts:write"] },
  { label: "Import customers", href: "/portal/customers/import", needs: ["customers:write"] },
  { label: "Deleted customers", href: "/portal/customers?deleted=true&sort=-deleted_at", needs: ["customers:read"] },
  { label: "New reseller", href: "/portal/resellers/new", needs: ["resellers:write"], cspOnly: true },
  { label: "Add a user", href: "/portal/users/new", needs: ["users:write"] },
  { label: "New API key", href: "/portal/keys/new", needs: ["keys:write"] },
  { label: "New skin", href: "/portal/skins/new", needs: ["skins:write"] },
];

/** What the palette can begin for somebody with these permissions. */
export const actionsFor = (level: "csp" | "reseller", has: (permission: Permission) => boolean) =>
  actions
    .filter(({ needs, cspOnly }) => needs.every(has) && (!cspOnly || level === "csp"))
    .map(({ label, href }) => ({ label, href }));

/** What the palette looks through for somebody with these permissions. */
export const findsFor = (level: "csp" | "reseller", has: (permission: Permission) => boolean): Finds => ({
  customers: has("customers:read"),
  resellers: level === "csp" && has("resellers:read") && has("customers:read"),
  users: has("users:read"),
  keys: has("keys:read"),
});
