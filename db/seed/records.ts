import { hours, later } from "../../lib/core/time";
import type { Account } from "./accounts";
import type { Customer } from "./customers";
import type { Rng } from "./rng";
import type { Row, Rows } from "./rows";
import type { Place } from "./tenants";

type Values = Record<string, unknown>;
type Surface = "imco" | "cloudapi" | "cockpit" | "cloudonix" | "portal";

/** Who writes at a place: a person at the portal and over cloudapi, whose key is a login; a program elsewhere. */
export interface Writers {
  person: { id: string; name: string };
  program: { id: string; name: string };
}

export function writersOf(users: Row<"users">[], keys: Row<"apiKeys">[], place: Place): Writers {
  const isOf = (row: { cspId: string; resellerId: string | null }, resellerId: string | null) =>
    row.cspId === place.csp.id && row.resellerId === resellerId;
  const nearest = <T extends { cspId: string; resellerId: string | null }>(list: T[], good: (row: T) => boolean): T => {
    const able = list.filter(good);
    return able.find((row) => isOf(row, place.reseller.id)) ?? able.find((row) => isOf(row, null))!;
  };
  return {
    person: nearest(users, ({ role, active }) => active && role.endsWith("admin")),
    program: nearest(keys, ({ permissions, level }) => permissions.includes("customers:write") && level !== "customer"),
  };
}

/** A change that believably came before what the row says now. */
interface Edit {
  surface: Surface;
  action: string;
  before: Partial<Customer>;
}

const edits = (rng: Rng, row: Customer): Edit[] => {
  const update = (surface: Surface, before: Partial<Customer>, action = "customer.update"): Edit => {
    return { surface, action, before };
  };
  const all = [
    update("portal", { phone: row.phone.replace(/\d\d$/, rng.digits("##")), phoneExtension: "" }),
    update("cockpit", { internalIdentifier: "" }),
    update("cockpit", { addressLine1: "P.O. Box 12", addressLine2: "" }),
    update("cloudapi", { description: "" }),
    update("imco", { skinNames: [] }),
    update("cloudonix", { profile: {} }, "customer.patch"),
    update("portal", { billingPlanId: null }, "customer.set_plan"),
  ];
  const differs = ({ before }: Edit) =>
    Object.entries(before).some(([key, old]) => differ(old, row[key as keyof Customer]));
  return all.filter(differs).filter(() => rng.chance(0.4));
};

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

const pick = (from: Values, keys: readonly string[]): Values => Object.fromEntries(keys.map((key) => [key, from[key]]));

/** What the log leaves out: bookkeeping, and columns derived from others. */
const hidden = ["version", "modifiedAt", "sortName", "foldedName"];
const told = (row: object): Values =>
  pick(
    row as Values,
    Object.keys(row).filter((key) => !hidden.includes(key)),
  );

const pathOf = ({ cspId, resellerId, id }: Customer) => ({ cspId, resellerId, customerId: id });

/** The audit log of the demo, made backwards from what the rows say now. */
export class Records {
  constructor(
    private readonly rng: Rng,
    private readonly now: Date,
  ) {}

  /** A customer's creation, its changes (which set its version) and its deletion. */
  customer(rows: Rows, writers: Writers, row: Customer, isEdited: boolean): void {
    const { rng } = this;
    const end = row.deletedAt ?? this.now;
    const steps = isEdited ? edits(rng, row) : [];
    const activated = row.firstActivatedAt;
    const from = activated ?? row.createdAt;
    const times = steps.map(() => rng.instant(later(from, 1000), end)).sort((a, b) => b.getTime() - a.getTime());
    let state: Customer = { ...row, deletedAt: null };
    const change = (at: Date, surface: Surface, action: string, before: Partial<Customer>) => {
      const keys = Object.keys(before).filter((key) =>
        differ(before[key as keyof Customer], state[key as keyof Customer]),
      );
      const after = pick(state, keys);
      this.entry(
        rows,
        writers,
        { at, surface, action, noun: "customer", id: row.id, customer: row },
        pick(before, keys),
        after,
      );
      state = { ...state, ...before };
    };
    if (row.deletedAt) {
      const entry = {
        at: row.deletedAt,
        surface: "portal",
        action: "customer.delete",
        noun: "customer",
        id: row.id,
      } as const;
      this.entry(rows, writers, { ...entry, customer: row }, { deletedAt: null }, { deletedAt: row.deletedAt });
    }
    for (const [i, { surface, action, before }] of steps.entries()) change(times[i]!, surface, action, before);
    if (row.status === "DISABLED") {
      const at = times.at(-1) ?? end;
      change(rng.instant(from, at), "cloudapi", "customer.set_status", { status: "ACTIVE" });
    }
    if (activated)
      change(activated, "cloudapi", "customer.set_status", { status: "CONFIGURED", firstActivatedAt: null });
    const creation = {
      at: row.createdAt,
      surface: rng.pick<Surface>(["imco", "cockpit", "cloudapi", "portal"]),
      action: "customer.create",
    };
    state = { ...state, lastActivityAt: null, defaultProjectId: null };
    this.entry(rows, writers, { ...creation, noun: "customer", id: row.id, customer: row }, null, told(state));
    const count = steps.length + [row.deletedAt, row.status === "DISABLED", activated].filter(Boolean).length;
    row.version = 1 + count;
    row.modifiedAt = row.deletedAt ?? times[0] ?? activated ?? row.createdAt;
  }

  account(rows: Rows, writers: Writers, customer: Customer, row: Account, isEdited: boolean): void {
    const { marginRule, marginValue } = row;
    const what = { noun: "provider_account", id: row.id, customer };
    const changed = isEdited && marginRule !== null;
    const old = changed ? { marginRule: "markup" as const, marginValue: "5" } : { marginRule, marginValue };
    const made = { ...what, at: row.createdAt, surface: "cockpit" as const, action: "account.add" };
    this.entry(rows, writers, made, null, told({ ...row, ...old }));
    if (!changed) return;
    const at = this.rng.instant(later(row.createdAt, 1000), customer.deletedAt ?? this.now);
    const surface = this.rng.pick<Surface>(["cockpit", "portal"]);
    this.entry(rows, writers, { ...what, at, surface, action: "account.update_margins" }, old, {
      marginRule,
      marginValue,
    });
    row.version = 2;
    row.modifiedAt = at;
  }

  setting(rows: Rows, writers: Writers, customer: Customer, row: Row<"settings">): void {
    const what = { at: row.modifiedAt, noun: "setting", id: row.name, customer, action: "setting.set" };
    this.entry(rows, writers, { ...what, surface: this.rng.pick<Surface>(["cloudonix", "portal"]) }, null, told(row));
  }

  domain(rows: Rows, writers: Writers, customer: Customer, row: Row<"domains">): void {
    const at = row.createdAt;
    const what = {
      at,
      noun: "domain",
      id: row.name,
      customer,
      action: "domain.register",
      surface: "cloudapi" as const,
    };
    this.entry(rows, writers, what, null, told(row));
    this.job(rows, writers, customer, "customer.registerDomain", at, `Register ${row.name}`);
  }

  failedJob(rows: Rows, writers: Writers, customer: Customer): void {
    const error = "The domain northwind.example belongs to another customer";
    this.job(rows, writers, customer, "customer.registerDomain", later(this.now, -hours(30)), "Second domain", error);
  }

  private job(
    rows: Rows,
    writers: Writers,
    customer: Customer,
    action: string,
    at: Date,
    name: string,
    error?: string,
  ): void {
    const { id, name: actorName } = writers.person;
    rows.jobs.push({
      id: this.rng.id(at),
      ...pathOf(customer),
      action,
      status: error ? "ERROR" : "DONE",
      name,
      description: "",
      startedAt: at,
      endedAt: later(at, this.rng.int(80, 4000)),
      error: error ?? null,
      parentId: null,
      actorId: id,
      actorName,
      input: null,
      result: error ? null : true,
    });
  }

  private entry(
    rows: Rows,
    writers: Writers,
    what: { at: Date; surface: Surface; action: string; noun: string; id: string; customer: Customer },
    before: Values | null,
    after: Values | null,
  ): void {
    const { at, surface, action, noun, id, customer } = what;
    const byHand = surface === "portal" || surface === "cloudapi";
    const actor = byHand ? writers.person : writers.program;
    rows.auditEntries.push({
      id: this.rng.id(at),
      ...pathOf(customer),
      at,
      actorKind: byHand ? "user" : "key",
      actorId: actor.id,
      actorName: actor.name,
      surface,
      action,
      subject: noun,
      subjectId: id,
      before,
      after,
      correlationId: this.rng.id(at),
      ip: byHand ? `192.0.2.${this.rng.int(2, 250)}` : `198.51.100.${this.rng.int(2, 20)}`,
    });
  }
}
