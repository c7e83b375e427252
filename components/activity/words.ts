import type { AuditEntry } from "@/lib/api/portal/activity.contract";

const spaced = (text: string) => text.replaceAll("_", " ");

/** `customer.set_status` → "Customer: set status". */
export function actionText(action: string): string {
  const [noun = "", verb] = action.split(".");
  const said = spaced(noun);
  const capital = said.charAt(0).toUpperCase() + said.slice(1);
  return verb ? `${capital}: ${spaced(verb)}` : capital;
}

/** `providerCustomerId` → "provider customer id". */
export const fieldText = (name: string): string =>
  spaced(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

export interface Change {
  name: string;
  /** Undefined where there was nothing. */
  before: unknown;
  /** Undefined where there is nothing left. */
  after: unknown;
}

/** Keys and bookkeeping of a row: they say where it belongs, which the page says already. */
const dull = new Set(["id", "cspId", "resellerId", "customerId", "createdAt", "modifiedAt", "version", "csp_id"]);

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** Field by field; what was empty and is empty is left out. */
export function changesOf({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .filter((name) => !dull.has(name))
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((change) => !(isEmpty(change.before) && isEmpty(change.after)))
    .map((change) => (before ? change : { ...change, before: undefined }));
}

export const valueText = (value: unknown): string => {
  if (isEmpty(value)) return "empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};
