import { marginText, ruleLabels } from "@/components/margins/example";
import { agreementLabel, statusLabel } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { customerStatuses } from "@/lib/api/portal/customers.contract";
import { agreementUrgency } from "@/lib/core/lists";
import { marginRules } from "@/lib/core/money";

/** "provider_account" → "provider account" */
export const spaced = (text: string) => text.replaceAll("_", " ");

/** `providerCustomerId` → "provider customer id"; what is within it keeps its own name: `data.EnableGDAP`. */
export function fieldText(name: string): string {
  const [field = "", ...within] = name.split(".");
  return [spaced(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)), ...within].join(" › ");
}

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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of two objects the keys that differ, and all where there is but one: nobody compares two lines of JSON by eye. */
function keysOf(change: Change): Change[] {
  const { name, before, after } = change;
  if (!isObject(before ?? after) || !isObject(after ?? before)) return [change];
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => ({ name: `${name}.${key}`, before: old[key], after: now[key] }));
}

/** Field by field; what was empty and is empty is left out. */
export function changesOf({ before, after }: Pick<AuditEntry, "before" | "after">): Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .filter((name) => !dull.has(name))
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .flatMap(keysOf)
    .filter((change) => !(isEmpty(change.before) && isEmpty(change.after)))
    .map((change) => (before ? change : { ...change, before: undefined }));
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/;

const known = <T extends string>(words: readonly T[], value: string): T | undefined =>
  words.find((word) => word === value);

/** Of fields whose values are words of the API's: what the rest of the portal calls them. */
function labelOf(field: string, value: string): string | undefined {
  const status = field === "status" && known(customerStatuses, value);
  if (status) return statusLabel(status);
  const agreement = field === "agreementStatus" && known(agreementUrgency, value);
  if (agreement) return agreementLabel(agreement);
  const rule = field === "marginRule" && known(marginRules, value);
  return rule ? ruleLabels[rule] : undefined;
}

/** `{ rule, value }`, as a margin reads. */
function marginIn(value: unknown): string | undefined {
  if (!isObject(value) || typeof value.rule !== "string" || typeof value.value !== "string") return undefined;
  const rule = known(marginRules, value.rule);
  return rule && marginText({ rule, value: value.value });
}

/** `names` of what is referred to by its id; `field` says which words the value is one of. */
export const valueText = (value: unknown, names?: ReadonlyMap<string, string>, field = ""): string => {
  if (isEmpty(value)) return "empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatNumber(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  if (typeof value !== "string") return marginIn(value) ?? JSON.stringify(value);
  const label = labelOf(field, value);
  if (label) return label;
  const [, day, time] = INSTANT.exec(value) ?? [];
  return day ? `${day} ${time} UTC` : (names?.get(value) ?? value);
};
