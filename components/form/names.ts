import { withRoleNames } from "@/lib/core/role-names";

/** An RFC 6901 pointer as react-hook-form names the field: `/accounts/0/data/Domain` → `accounts.0.data.Domain`. */
export const nameOf = (pointer: string): string =>
  pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");

/** The id of a field's control: what an error summary links to. */
export const controlId = (name: string) => `field-${name.replaceAll(".", "-")}`;

/** What the contract says of a field, as a sentence: "must be a UUID" of "Tax id" → "Tax id must be a UUID." */
export function sentence(label: string, message: string): string {
  const said = /^(must|is|are|has|have|may|does|belongs)\b/.test(message) ? `${label} ${message}` : message;
  return withRoleNames(/[.!?]$/.test(said) ? said : `${said}.`);
}

/** Without what was left empty, so that "not filled in" reaches a contract as "not given". Lists stay, with all items. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item) ?? null);
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const rest = withoutEmpty(inner);
    return rest === undefined ? [] : [[key, rest]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
