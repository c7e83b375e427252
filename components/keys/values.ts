import { withoutEmpty } from "@/components/form/names";
import type { Level, Permission } from "@/lib/core/scope";

/** What a key is made of, under the API's names, as a form has it. */
export interface KeyValues {
  name: string;
  level: string;
  reseller_id: string;
  customer_id: string;
  permissions: string[];
  /** A day, `2027-03-01`: at its beginning, UTC, the key stops working. */
  expires_at: string;
}

/** A key that was made, with its secret. */
export interface MadeKey {
  id: string;
  name: string;
  secret: string;
}

export const levelNames: Record<Level, string> = { csp: "CSP", reseller: "Reseller", customer: "Customer" };

export const levelHints: Record<Level, string> = {
  csp: "Reaches every reseller and every customer",
  reseller: "Reaches one reseller with its customers",
  customer: "Reaches one customer alone",
};

/** The target that was chosen counts only for a level that has one. */
export const bodyOf = ({ level, reseller_id, customer_id, expires_at, ...values }: KeyValues) => ({
  ...(withoutEmpty({
    ...values,
    level,
    reseller_id: level === "reseller" ? reseller_id : "",
    customer_id: level === "customer" ? customer_id.trim() : "",
    expires_at: expires_at && `${expires_at}T00:00:00Z`,
  }) as object),
  permissions: values.permissions,
});

/** `customers:write` is the right to write customers. */
const rightOf = (permission: Permission) => {
  const [noun = "", right = ""] = permission.split(":");
  return { noun, right };
};

const nounNames: Record<string, string> = {
  accounts: "Provider accounts",
  settings: "Settings and limits",
  groups: "User groups",
  keys: "API keys",
  views: "Saved views",
  audit: "Audit log",
};

export interface Right {
  noun: string;
  label: string;
  read?: Permission;
  write?: Permission;
}

/** Permissions as rows of a table: what of, reading, writing. */
export function rightsOf(permissions: readonly Permission[]): Right[] {
  const rows = new Map<string, Right>();
  for (const permission of permissions) {
    const { noun, right } = rightOf(permission);
    const label = nounNames[noun] ?? noun.charAt(0).toUpperCase() + noun.slice(1);
    rows.set(noun, { ...(rows.get(noun) ?? { noun, label }), [right]: permission });
  }
  return [...rows.values()];
}
