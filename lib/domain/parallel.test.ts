import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, or } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { apiKeys, auditEntries, customers } from "@/db/schema";
import { Problem } from "@/lib/core/problem";
import { grant, permissions } from "@/lib/core/scope";
import { CONCURRENCY_LIMIT } from "@/lib/core/settings";
import { demo } from "@/lib/testing/demo";
import { resellerPrincipal } from "@/lib/testing/world";
import { addAccount } from "./accounts/add";
import { allowProvider, disallowProvider } from "./accounts/allow";
import { removeAccount } from "./accounts/remove";
import { updateMargins } from "./accounts/update";
import { setCustomerPartners } from "./associations/set";
import { addCapacity, removeCapacity } from "./capacity/write";
import { createCustomer } from "./customers/create";
import { deleteCustomer, restoreCustomer } from "./customers/remove";
import { updateCustomer } from "./customers/update";
import { registerDomain, unregisterDomain } from "./domains/register";
import { addToGroup, removeFromGroup } from "./groups/members";
import { listGroups } from "./groups/read";
import { startImport, undoImport } from "./imports/run";
import { settleJobs } from "./jobs/run";
import { createKey } from "./keys/create";
import { revokeKey, rotateKey } from "./keys/retire";
import { providersFor } from "./providers/read";
import { createReseller } from "./resellers/create";
import { renameReseller } from "./resellers/rename";
import { changeSetting } from "./settings/change";
import { changeSkin, createSkin, removeSkin } from "./skins/skins";
import { inviteUser } from "./users/invite";
import { updateUser } from "./users/update";

/** Whatever many ask for at once is done once, on both databases. */

const principal = resellerPrincipal();
const scope = grant(principal, ...permissions);
const csp = grant(
  { ...principal, level: "csp", resellerId: undefined, permissions: new Set(permissions) },
  ...permissions,
);
const now = () => new Date();
const unique = (name: string) => `${name} ${randomUUID()}`;
const MANY = 8;

/** How many of `MANY` calls at once succeeded; the others failed with problems, which are told. */
async function race(work: (n: number) => Promise<unknown>): Promise<{ won: number; codes: string[] }> {
  const settled = await Promise.allSettled(Array.from({ length: MANY }, (_, n) => work(n)));
  const codes = settled.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    if (!(one.reason instanceof Problem)) throw one.reason;
    return [one.reason.code];
  });
  return { won: MANY - codes.length, codes: [...new Set(codes)] };
}

/** How many changes of these rows the log tells, of one action. */
const told = async (action: string, ...ids: string[]): Promise<number> => {
  const e = auditEntries;
  const of = or(...ids.map((id) => or(eq(e.customerId, id), eq(e.subjectId, id))));
  return (
    await client()
      .reader.select()
      .from(e)
      .where(and(eq(e.action, action), isNotNull(e.subject), of))
  ).length;
};

const made = async () => (await createCustomer(scope, { name: unique("Raced") }, now())).id;
const partner = () => demo().resellers[1]?.id ?? "";
const row = async (id: string) => (await client().reader.select().from(customers).where(eq(customers.id, id)))[0];
const openProvider = async (customerId: string) => (await providersFor(scope, customerId))[0]?.id ?? "";

describe("a customer", () => {
  it("is made once under an id", async () => {
    const id = randomUUID();
    const { won, codes } = await race(() => createCustomer(scope, { id, name: "Once" }, now()));
    expect([won, codes, await told("customer.create", id)]).toEqual([1, ["customer.id_taken"], 1]);
  });

  it("is deleted once and restored once", async () => {
    const id = await made();
    const deleted = await race(() => deleteCustomer(scope, id, now()));
    expect([deleted, await told("customer.delete", id)]).toEqual([{ won: 1, codes: ["resource.missing"] }, 1]);
    const restored = await race(() => restoreCustomer(scope, id, now()));
    expect([restored, await told("customer.restore", id)]).toEqual([{ won: 1, codes: ["resource.missing"] }, 1]);
  });

  it("is not changed once it is deleted", async () => {
    const id = await made();
    await race(async (n) => {
      if (n === 0) await deleteCustomer(scope, id, now());
      else await updateCustomer(scope, id, { city: `Town ${n}` }, now());
    });
    const left = await row(id);
    expect(left?.deletedAt).not.toBeNull();
    expect(left?.modifiedAt).toEqual(left?.deletedAt);
  });

  it("takes one of several changes that saw the same version", async () => {
    const id = await made();
    const { won, codes } = await race((n) => updateCustomer(scope, id, { city: `Town ${n}` }, now(), { version: 1 }));
    expect([won, codes, (await row(id))?.version]).toEqual([1, ["version.stale"], 2]);
  });
});

/** Each asks for what may be so already: all succeed, and it is written once. */
const once = async (action: string, id: string, work: (n: number) => Promise<unknown>) => {
  const before = await told(action, id);
  expect(await race(work), action).toEqual({ won: MANY, codes: [] });
  expect((await told(action, id)) - before, action).toBe(1);
};

/** Each takes away: one does, and nothing is there for the others. */
const taken = async (action: string, id: string, work: (n: number) => Promise<unknown>) => {
  expect(await race(work), action).toEqual({ won: 1, codes: ["resource.missing"] });
  expect(await told(action, id), action).toBe(1);
};

describe("what is a customer's", () => {
  it("is given once and taken once", async () => {
    const id = await made();
    const providerId = await openProvider(id);
    const place = { customerId: id, providerId };
    await once("provider.allow", id, () => allowProvider(scope, place, now()));
    await once("provider.disallow", id, () => disallowProvider(scope, place));

    const account = { providerId, providerCustomerId: randomUUID(), data: null };
    expect(await race(() => addAccount(scope, id, account, now()))).toEqual({ won: 1, codes: ["account.exists"] });
    await once("account.update_margins", id, () =>
      updateMargins(scope, place, { margin: { rule: "markup", value: "7" } }, now()),
    );
    await taken("account.remove", id, () => removeAccount(scope, place));

    const domain = `${randomUUID()}.example`;
    await once("domain.register", id, () => registerDomain(scope, id, domain, now()));
    await taken("domain.unregister", id, () => unregisterDomain(scope, id, domain));

    const groupId = (await listGroups(scope))[0]?.id ?? "";
    await once("group.add_customer", id, () => addToGroup(scope, id, groupId));
    await once("group.remove_customer", id, () => removeFromGroup(scope, id, groupId));

    await addCapacity(scope, id, { side: "available", unitType: "CU", amount: 1 }, now());
    await taken("capacity.remove", id, () => removeCapacity(scope, id, { side: "available", unitType: "CU" }));

    const name = CONCURRENCY_LIMIT;
    await once("setting.set", id, () => changeSetting(scope, id, { name, value: 7 }, now()));
    await once("setting.remove", id, () => changeSetting(scope, id, { name, value: null }, now()));
    await once("customer.set_partners", id, () =>
      setCustomerPartners(scope, id, [{ resellerId: partner(), name: "" }]),
    );
  });

  it("is not added once the customer is deleted", async () => {
    const id = await made();
    const key = { name: "Late", level: "customer", permissions: ["customers:read"], customerId: id } as const;
    await race((n) => (n === 3 ? deleteCustomer(scope, id, now()) : createKey(scope, key, now())));
    const { deletedAt } = (await row(id)) ?? {};
    const keys = await client().reader.select().from(apiKeys).where(eq(apiKeys.customerId, id));
    const told = await client().reader.select().from(auditEntries).where(eq(auditEntries.customerId, id));
    const deleted = told.find(({ action }) => action === "customer.delete");
    expect(deletedAt).not.toBeNull();
    expect(told.filter(({ action, at }) => action === "key.create" && at > (deleted?.at ?? at))).toEqual([]);
    expect(keys).toHaveLength(told.filter(({ action }) => action === "key.create").length);
  });
});

describe("a key", () => {
  const made = async () =>
    (await createKey(scope, { name: unique("Raced"), level: "reseller", permissions: ["jobs:read"] }, now())).key;

  it("has one successor, when it ends at once", async () => {
    const { id, name } = await made();
    const { won, codes } = await race(() => rotateKey(scope, id, { graceHours: 0 }, now()));
    expect([won, codes]).toEqual([1, ["resource.conflict"]]);
    expect(await client().reader.select().from(apiKeys).where(eq(apiKeys.name, name))).toHaveLength(2);
  });

  it("has one successor of the version that all saw", async () => {
    const { id, version } = await made();
    expect(await race(() => rotateKey(scope, id, {}, now(), version))).toEqual({ won: 1, codes: ["version.stale"] });
  });

  it("is revoked once", async () => {
    const { id } = await made();
    await once("key.revoke", id, () => revokeKey(scope, id, now()));
  });
});

describe("a tenant's", () => {
  it("user is invited once, changed once, and the last administrator stays", async () => {
    const reseller = await createReseller(csp, { name: unique("Raced") }, now());
    const invited = (email: string) => ({ email, name: "N", resellerId: reseller.id, password: "long enough 1234" });
    const email = `${randomUUID()}@example.com`;
    const invite = await race(() => inviteUser(csp, { ...invited(email), role: "reseller_viewer" }, now()));
    expect(invite).toEqual({ won: 1, codes: ["request.invalid"] });

    const admins = await Promise.all(
      Array.from({ length: MANY }, () =>
        inviteUser(csp, { ...invited(`${randomUUID()}@example.com`), role: "reseller_admin" }, now()),
      ),
    );
    const [first] = admins;
    await once("user.update", first?.user.id ?? "", () => updateUser(csp, first?.user.id ?? "", { name: "M" }, now()));
    const left = await race((n) => updateUser(csp, admins[n]?.user.id ?? "", { active: false }, now()));
    expect(left).toEqual({ won: MANY - 1, codes: ["resource.conflict"] });
  });

  it("reseller is renamed once", async () => {
    const { id } = await createReseller(csp, { name: unique("Raced") }, now());
    const name = unique("Renamed");
    await once("reseller.rename", id, () => renameReseller(csp, id, name, now()));
  });

  it("skin has a name of its own, and is removed once", async () => {
    const colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };
    const skins = await Promise.all(
      Array.from({ length: MANY }, () => createSkin(scope, { name: unique("skin"), colours }, now())),
    );
    const name = unique("wanted");
    const named = await race((n) => changeSkin(scope, skins[n]?.id ?? "", { name }, now()));
    expect(named).toEqual({ won: 1, codes: ["request.invalid"] });
    await taken("skin.remove", skins[0]?.id ?? "", () => removeSkin(scope, skins[0]?.id ?? ""));
  });
});

describe("an import", () => {
  it("is begun once and undone once", async () => {
    const rows = [{ line: 2, id: undefined, details: { name: unique("Imported") }, faults: [] }];
    const at = now();
    const ids: string[] = [];
    const begun = await race(async () => ids.push((await startImport(scope, rows, {}, at)).job.id));
    expect(begun).toEqual({ won: 1, codes: ["resource.conflict"] });
    await settleJobs();
    const undone = await race(() => undoImport(scope, ids[0] ?? "", now()));
    expect(undone).toEqual({ won: 1, codes: ["resource.conflict"] });
    await settleJobs();
  });
});
