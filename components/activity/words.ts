import type { AuditEntry } from "@/lib/api/portal/activity.contract";

const spaced = (text: string) => text.replaceAll("_", " ");

/** What was done with something, where adding "d" or "ed" to the verb does not say it. */
const said: Record<string, string> = {
  accept_agreement: "agreement accepted",
  add_customer: "customer added",
  change_password: "password changed",
  disallow: "no longer allowed",
  forget: "forgotten",
  patch: "changed",
  remove_customer: "customer removed",
  reset_password: "password reset",
  set: "set",
  set_partners: "partners set",
  set_plan: "plan set",
  set_status: "status set",
  set_up: "set up",
  sign_in: "signed in",
  take: "taken",
  undo_import: "import undone",
  unregister: "given back",
  update_data: "data updated",
  update_margins: "margins updated",
};

const past = (verb: string): string => said[verb] ?? `${spaced(verb)}${verb.endsWith("e") ? "d" : "ed"}`;

/** `customer.set_status` → "Customer: status set". */
export function actionText(action: string): string {
  const [noun = "", verb] = action.split(".");
  const thing = spaced(noun);
  const capital = thing.charAt(0).toUpperCase() + thing.slice(1);
  return verb ? `${capital}: ${past(verb)}` : capital;
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

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/;

/** `names` of what is referred to by its id. */
export const valueText = (value: unknown, names?: ReadonlyMap<string, string>): string => {
  if (isEmpty(value)) return "empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  const [, day, time] = INSTANT.exec(value) ?? [];
  return day ? `${day} ${time} UTC` : (names?.get(value) ?? value);
};
