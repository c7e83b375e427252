import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/api/portal/activity.contract";
import { type Act, actsOf, type Sentence, sentenceOf } from "./acts";
import { actorOf, type Known, subjectOf, type Thing } from "./things";

const known: Known = {
  names: new Map([
    ["ana", "Ana Silva"],
    ["azure", "Azure"],
    ["a1", "Azure"],
    ["k1", "Billing export"],
    ["r1", "Blue Harbour"],
  ]),
  resellers: true,
};

let count = 0;
const entry = (details: Partial<AuditEntry>): AuditEntry => ({
  id: String(count++),
  at: new Date("2026-03-01T10:00:00Z"),
  actor: { id: "ana", name: "Ana Silva", kind: "user" },
  surface: "portal",
  action: "customer.update",
  subject: "customer",
  subject_id: "1",
  reseller_id: "r1",
  customer: { id: "1", name: "Acme", deleted: false },
  before: null,
  after: null,
  correlation_id: "one",
  ip: "",
  ...details,
});

const text = (thing: Thing | undefined) =>
  [thing?.lead, thing?.name, thing?.state && `(${thing.state})`].filter(Boolean).join(" ");
const read = ({ did, what, to, whose, nothing }: Sentence) =>
  [did, text(what), to, whose && `for ${text(whose)}`, nothing && "(nothing)"].filter(Boolean).join(" ");
const only = (entries: readonly AuditEntry[], goesOn = { from: false, to: false }): Act => {
  const [act, ...others] = actsOf(entries, goesOn);
  expect(others).toEqual([]);
  return act!;
};
const told = (...entries: readonly AuditEntry[]) => read(sentenceOf(only(entries), known));

const customer = (id: string) => ({ customer: { id, name: `Customer ${id}`, deleted: false }, subject_id: id });

describe("what was done, in a sentence", () => {
  it("names what was changed, and whose it is", () => {
    expect(told(entry({}))).toBe("changed Acme");
    expect(told(entry({ action: "customer.set_status" }))).toBe("set the status of Acme");
    expect(told(entry({ action: "customer.set_status", after: { status: "DISABLED" } }))).toBe("set Acme to Disabled");
    expect(told(entry({ action: "account.update_margins", subject: "provider_account", subject_id: "a1" }))).toBe(
      "changed the margins of the account at Azure for Acme",
    );
    expect(told(entry({ action: "provider.allow", subject: "allowed_provider", subject_id: "azure" }))).toBe(
      "allowed Azure for Acme",
    );
    expect(told(entry({ action: "setting.set", subject: "setting", subject_id: "concurrency-limit" }))).toBe(
      "set the concurrency limit for Acme",
    );
    expect(
      told(
        entry({
          action: "capacity.add",
          subject: "capacity_entry",
          subject_id: "c",
          after: { amount: 1200, unitType: "CU", side: "consumed" },
        }),
      ),
    ).toBe("added 1,200 CU consumed for Acme");
    expect(told(entry({ action: "key.revoke", subject: "api_key", subject_id: "k1", customer: null }))).toBe(
      "revoked the key Billing export",
    );
    expect(told(entry({ action: "user.sign_in", subject: "user", subject_id: "ana", customer: null }))).toBe(
      "signed in",
    );
  });

  it("says what something was called before it was gone", () => {
    const removed = entry({
      action: "account.remove",
      subject: "provider_account",
      subject_id: "a2",
      before: { providerId: "azure" },
    });
    expect(told(removed)).toBe("removed the account at Azure for Acme");
    const skin = entry({
      action: "skin.remove",
      subject: "skin",
      subject_id: "s",
      customer: null,
      before: { name: "Dusk" },
    });
    expect(told(skin)).toBe("removed the skin Dusk");
    const purged = entry({
      action: "customer.purge",
      customer: { id: "1", name: null, deleted: true },
      before: { name: "Acme" },
    });
    expect(told(purged)).toBe("deleted for good Acme");
    expect(told({ ...purged, action: "customer.update", subject: "domain", subject_id: "acme.example" })).toBe(
      "changed a customer (gone)",
    );
  });

  it("says that nothing was changed", () => {
    const nothing = { subject: null, subject_id: null, customer: null };
    expect(told(entry({ action: "user.update", ...nothing }))).toBe("changed a user (nothing)");
    expect(told(entry({ action: "customer.set_status", ...nothing }))).toBe("set the status of a customer (nothing)");
  });

  it("tells a bulk act, and all that one creation made, once", () => {
    const status = { action: "customer.set_status", after: { status: "DISABLED" } };
    expect(told(...["1", "2", "3"].map((id) => entry({ ...status, ...customer(id) })))).toBe(
      "set 3 customers to Disabled",
    );
    expect(
      told(
        entry({ action: "customer.create", subject: "provider_account", subject_id: "a1" }),
        entry({ action: "customer.create", subject: "allowed_provider", subject_id: "azure" }),
        entry({ action: "customer.create" }),
      ),
    ).toBe("created Acme");
    expect(
      told(
        ...["1", "2"].map((id) =>
          entry({ action: "domain.register", subject: "domain", ...customer(id), subject_id: `${id}.example` }),
        ),
      ),
    ).toBe("registered 2 domains for 2 customers");
  });

  it("tells once what bears one name", () => {
    const key = { action: "key.rotate", subject: "api_key", customer: null };
    const rotated = [
      entry({ ...key, subject_id: "new", after: { name: "Billing export" } }),
      entry({ ...key, subject_id: "k1" }),
    ];
    expect(told(...rotated)).toBe("rotated the key Billing export");
    const added = ["1", "2"].map((id) =>
      entry({
        action: "account.add",
        subject: "provider_account",
        ...customer(id),
        subject_id: `a${id}`,
        after: { providerId: "azure" },
      }),
    );
    expect(told(...added)).toBe("added the account at Azure for 2 customers");
    expect(sentenceOf(only(added), known).what?.href).toBeUndefined();
  });

  it("keeps apart what others did, what else was done, and what an id that stays the same did long ago", () => {
    const acts = actsOf(
      [
        entry({}),
        entry({ action: "customer.create" }),
        entry({ action: "customer.create", actor: { id: "key", name: "sync", kind: "key" } }),
        entry({ action: "customer.create", correlation_id: "two" }),
        entry({ action: "customer.create", correlation_id: "two", at: new Date("2026-02-01T10:00:00Z") }),
      ],
      { from: false, to: true },
    );
    expect(acts.map(({ entries, goesOn }) => [entries.length, goesOn])).toEqual(Array(5).fill([1, false]));
  });

  it("claims no number that a page cuts off", () => {
    const all = ["1", "2"].map((id) => entry(customer(id)));
    for (const goesOn of [
      { from: true, to: false },
      { from: false, to: true },
    ]) {
      expect(read(sentenceOf(only(all, goesOn), known))).toBe("changed 2 or more customers");
    }
  });
});

describe("links", () => {
  it("lead to what is there, and deleted customers to where they can be restored", () => {
    const hrefOf = (details: Partial<AuditEntry>, of: Known = known) => subjectOf(entry(details), of)?.href;
    expect(hrefOf({})).toBe("/portal/customers/1");
    expect(hrefOf({ customer: { id: "1", name: "Acme", deleted: true } })).toBe("/portal/customers?deleted=true&q=1");
    expect(hrefOf({ customer: { id: "1", name: null, deleted: true } })).toBeUndefined();
    expect(hrefOf({ subject: "provider_account", subject_id: "a1" })).toBe("/portal/customers/1/providers");
    expect(hrefOf({ subject: "api_key", subject_id: "k1", customer: null })).toBe("/portal/keys/k1");
    expect(hrefOf({ subject: "api_key", subject_id: "gone", customer: null, after: { name: "x" } })).toBeUndefined();
    expect(hrefOf({ subject: "reseller", subject_id: "r1", customer: null })).toBe("/portal/resellers/r1");
    expect(
      hrefOf({ subject: "reseller", subject_id: "r1", customer: null }, { ...known, resellers: false }),
    ).toBeUndefined();
    expect(actorOf(entry({}), known).href).toBe("/portal/users/ana");
    expect(actorOf(entry({ actor: { id: "csp", name: "Somebody", kind: "user" } }), known).href).toBeUndefined();
  });
});
