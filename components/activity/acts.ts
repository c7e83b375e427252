import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { customerStatuses } from "@/lib/api/portal/customers.contract";
import { statusLabel } from "../ui/badge";
import { formatNumber } from "../ui/format";
import { customerOf, type Known, nounOf, subjectOf, type Thing } from "./things";
import { spaced } from "./words";

/** What was done at once: entries of one request that stand next to each other, the latest first. */
export interface Act {
  entries: readonly [AuditEntry, ...AuditEntry[]];
  /** The page of the log begins or ends within it. */
  goesOn: boolean;
}

const HOUR = 3_600_000;

/** What the portal does by itself has no request, and bears one id for ever. */
const areOne = (a: AuditEntry, b: AuditEntry) =>
  a.correlation_id === b.correlation_id &&
  a.action === b.action &&
  a.actor.id === b.actor.id &&
  a.at.getTime() - b.at.getTime() < HOUR;

/** `from` and `to`: whether the log goes on before and behind these entries. */
export function actsOf(entries: readonly AuditEntry[], goesOn: { from: boolean; to: boolean }): Act[] {
  const acts: [AuditEntry, ...AuditEntry[]][] = [];
  for (const entry of entries) {
    const last = acts.at(-1);
    if (last && areOne(last.at(-1) ?? entry, entry)) last.push(entry);
    else acts.push([entry]);
  }
  return acts.map((act, index) => ({
    entries: act,
    goesOn: act.length > 1 && ((index === 0 && goesOn.from) || (index === acts.length - 1 && goesOn.to)),
  }));
}

/** What was done, where adding "d" or "ed" to the verb does not say it. */
const said: Record<string, string> = {
  accept_agreement: "accepted the agreement of",
  add_customer: "joined",
  disallow: "no longer allowed",
  end: "ended",
  fail: "gave up",
  forget: "forgot",
  patch: "changed",
  purge: "deleted for good",
  remove_customer: "left",
  reset_password: "reset the password of",
  set: "set",
  set_partners: "set the partners of",
  set_plan: "set the billing plan of",
  set_status: "set the status of",
  set_up: "set up",
  take: "took up",
  undo_import: "undid the import of",
  unregister: "gave back",
  update: "changed",
  update_data: "changed the data of",
  update_margins: "changed the margins of",
};

/** What somebody does with nothing but itself. */
const alone: Record<string, string> = {
  "user.sign_in": "signed in",
  "user.change_password": "changed their own password",
};

const past = (verb: string): string => said[verb] ?? `${spaced(verb)}${verb.endsWith("e") ? "d" : "ed"}`;

/** The nouns of actions, where the log calls what they change otherwise. */
const subjects: Record<string, string> = {
  account: "provider_account",
  capacity: "capacity_entry",
  group: "group_member",
  key: "api_key",
  provider: "allowed_provider",
  view: "saved_view",
};

const SEVERAL = "several";

/** One thing by its name, several as a number. */
function allOf(things: readonly Thing[], noun: string, goesOn: boolean): Thing | undefined {
  const unique = [...new Map(things.map((thing) => [thing.id, thing])).values()];
  if (unique.length < 2) return unique[0];
  return { id: SEVERAL, name: `${formatNumber(unique.length)}${goesOn ? " or more" : ""} ${nounOf(noun).many}` };
}

/** A key and its successor, accounts at one provider: what bears one name is told once. */
function sameOf([first, ...others]: readonly Thing[]): Thing | undefined {
  return others.every(({ lead, name }) => lead === first?.lead && name === first?.name) ? first : undefined;
}

export interface Sentence {
  /** In small letters: who did it stands before it. */
  did: string;
  what: Thing | undefined;
  /** "to Disabled". */
  to: string;
  /** The customers, where they are not what was changed. */
  whose: Thing | undefined;
  nothing: boolean;
}

/** The status that all of them were given. */
function statusOf(entries: Act["entries"]): string | undefined {
  const given = new Set(entries.flatMap(({ subject, after }) => (subject === "customer" ? [after?.status] : [])));
  const [only, ...others] = given;
  const status = customerStatuses.find((one) => one === only);
  return status && others.length === 0 ? statusLabel(status) : undefined;
}

export function sentenceOf({ entries, goesOn }: Act, known: Known): Sentence {
  const { action } = entries[0];
  const [about = "", verb = ""] = action.split(".");
  const noun = subjects[about] ?? about;
  const customers = allOf(
    entries.flatMap((entry) => customerOf(entry) ?? []),
    "customer",
    goesOn,
  );
  const nothing = entries.every(({ subject }) => subject === null);
  const itself = alone[action];
  if (itself) return { did: itself, what: undefined, to: "", whose: undefined, nothing: false };
  const status = action === "customer.set_status" ? statusOf(entries) : undefined;
  const sentence = { did: status ? "set" : past(verb), to: status ? `to ${status}` : "", nothing };
  const any = { id: "", name: nounOf(noun).one };
  if (noun === "customer") {
    const what = customers ?? any;
    const ends = verb === "delete" || verb === "purge";
    return { ...sentence, what: ends ? { ...what, state: undefined } : what, whose: undefined };
  }
  const own = entries.filter(({ subject }) => subject === noun);
  const told = (own.length > 0 ? own : entries).flatMap((entry) => subjectOf(entry, known) ?? []);
  const same = sameOf(told);
  // Of several customers it has several places.
  const one = same && customers?.id === SEVERAL ? { ...same, href: undefined } : same;
  return { ...sentence, what: one ?? allOf(told, noun, goesOn) ?? any, whose: customers };
}
