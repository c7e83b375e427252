import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { agreementUrgency } from "../../core/lists";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { routers } from "../surfaces";

type Json = Record<string, unknown>;
interface Problem {
  code: string;
  errors?: { pointer: string; rule: string }[];
}

const keyOf = (name: string) => demo().keys.find((key) => key.name === name)?.key ?? "";
function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, key = "reseller-a") {
  const url = `/api/v1${path}`;
  return call(routers.portal, { method, url, body, headers: { authorization: `Bearer ${keyOf(key)}`, ...headers } });
}
async function got<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  const { status, json, text } = await ask(method, path, body, headers);
  expect(status, text).toBeLessThan(300);
  return json as T;
}
const make = async (body: Json = {}) =>
  got<{ id: string; version: number }>("POST", "/customers", { name: `Other ${randomUUID()}`, ...body });
const showcase = () => demo().customers.find((customer) => customer.showcase)?.id ?? "";

describe("limits", () => {
  interface Limit {
    own: number | null;
    effective: number | null;
    version: number;
  }

  it("are one truth with the setting, and are not overwritten unseen", async () => {
    const { id } = await make();
    const path = `/customers/${id}/concurrency-limit`;
    const unset = await got<Limit>("GET", path);
    expect(unset).toMatchObject({ own: null, version: 0 });
    const set = await got<Limit>("PUT", path, { limit: 40 }, { "if-match": '"0"' });
    expect(set).toMatchObject({ own: 40, effective: 40 });
    expect((await ask("PUT", path, { limit: 50 }, { "if-match": '"0"' })).status).toBe(412);
    const { items } = await got<{ items: Json[] }>("GET", `/customers/${id}/settings`);
    expect(items).toEqual([expect.objectContaining({ name: "concurrency-limit", value: 40, version: set.version })]);
    expect((await ask("DELETE", path, undefined, { "if-match": '"1"' })).status).toBe(412);
    expect(await got("DELETE", path, undefined, { "if-match": `"${set.version}"` })).toMatchObject({
      own: null,
      version: 0,
    });
    for (const limit of [-1, 1_000_001, 1.5, "5", null]) {
      const { status, json } = await ask("PUT", path, { limit });
      expect([status, (json as Problem).errors?.map(({ pointer }) => pointer)]).toEqual([422, ["/limit"]]);
    }
  });
});

describe("provider accounts", () => {
  it("keep one version each, which margins, data and the agreement share", async () => {
    const provider = demo().providers.find(({ kind }) => kind === "microsoft")?.id;
    const { id } = await make({ accounts: [{ provider_id: provider, data: { Domain: "shared" } }] });
    const path = `/customers/${id}/accounts/${provider}`;
    const { version } = await got<{ version: number }>("GET", path);
    const seen = { "if-match": `"${version}"` };
    const margin = { rule: "margin", value: "99.9999" };
    const changed = await got<{ version: number }>("PATCH", `${path}/margins`, { margin }, seen);
    expect(changed).toMatchObject({ margin, version: version + 1 });
    expect((await ask("PUT", `${path}/data`, { data: { Domain: "late" } }, seen)).status).toBe(412);
    const person = { first_name: "Maeve", last_name: "Quinn", email: "maeve@example.com" };
    const agreed = await got("POST", `${path}/agreement`, { agreement_date: "2026-01-31", ...person });
    expect(agreed).toMatchObject({ agreement: { status: "customeraccepted", signatory: person } });
    const listed = await got<{ items: Json[] }>("GET", `/customers?q=${id}`);
    expect(listed.items).toEqual([expect.objectContaining({ agreement: "customeraccepted" })]);
    expect((await ask("DELETE", path, undefined, seen)).status).toBe(412);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("GET", path)).status).toBe(404);
  });

  it.each(agreementUrgency)(
    "begin with an agreement that is %s where the caller says so, and take an acceptance",
    async (status) => {
      const provider = demo().providers.find(({ kind }) => kind === "microsoft")?.id;
      const account = { provider_id: provider, data: { Domain: "begun" }, agreement: { status } };
      const { id } = await make({ accounts: [account] });
      const path = `/customers/${id}/accounts/${provider}`;
      expect(await got("GET", path)).toMatchObject({ agreement: { status } });
      await got("PUT", `${path}/data`, { data: { Domain: "begunagain" } });
      expect(await got("GET", path)).toMatchObject({ agreement: { status } });
      const acceptance = {
        agreement_date: "2026-01-31",
        first_name: "Maeve",
        last_name: "Quinn",
        email: "m@example.com",
      };
      const accepted = await got("POST", `${path}/agreement`, acceptance);
      expect(accepted).toMatchObject({ agreement: { status: "customeraccepted" } });
    },
  );

  it("refuse a date that no calendar has", async () => {
    const provider = demo().providers.find(({ kind }) => kind === "microsoft")?.id;
    const { id } = await make({ accounts: [{ provider_id: provider, data: { Domain: "dated" } }] });
    for (const agreement_date of ["0000-01-01T00:00:00Z", "2026-02-30", "soon", 5]) {
      const person = { first_name: "A", last_name: "B", email: "a@example.com" };
      const { status, json } = await ask("POST", `/customers/${id}/accounts/${provider}/agreement`, {
        agreement_date,
        ...person,
      });
      expect([status, (json as Problem).errors?.map(({ pointer }) => pointer)]).toEqual([422, ["/agreement_date"]]);
    }
  });
});

describe("resources", () => {
  interface Listed {
    totals: { kinds: Record<string, { count: number; gb: number | null }> };
    items: { kind: string; started_at: string; ended_at: string | null }[];
  }
  const at = (query: string) => got<Listed>("GET", `/customers/${showcase()}/resources?${query}`);

  it("add up, and are alive at the instant", async () => {
    for (const as_of of ["2026-06-01T00:00:00Z", "2025-03-15"]) {
      const { totals, items } = await at(`as_of=${as_of}`);
      for (const [kind, { count }] of Object.entries(totals.kinds)) {
        expect(items.filter((item) => item.kind === kind).length, kind).toBe(count);
      }
      const moment = new Date(as_of);
      for (const { started_at, ended_at } of items) {
        expect(new Date(started_at) <= moment && (ended_at === null || moment < new Date(ended_at))).toBe(true);
      }
    }
    expect((await at("")).items.length).toBeGreaterThan(0);
  });

  it("differ by what was added and ended", async () => {
    const [from, to] = ["2025-06-01", "2026-06-01"];
    const [before, after] = [await at(`as_of=${from}`), await at(`as_of=${to}`)];
    const { added, ended } = await got<{ added: Json[]; ended: Json[] }>(
      "GET",
      `/customers/${showcase()}/resources/difference?from=${from}&to=${to}`,
    );
    expect(after.items.length - before.items.length).toBe(added.length - ended.length);
    const { items } = await got<{ items: { kinds: Record<string, number> }[] }>(
      "GET",
      `/customers/${showcase()}/resources/trend?from=${from}&to=${to}&points=2`,
    );
    expect(items.map(({ kinds }) => kinds.servers)).toEqual(
      [before, after].map(({ totals }) => totals.kinds.servers?.count),
    );
  });

  it("are exported as the usage that is shown, a line each", async () => {
    const path = `/customers/${showcase()}/usage`;
    const { items, totals } = await got<{ items: { hours: number }[]; totals: { hours: number } }>(
      "GET",
      `${path}?month=2026-03`,
    );
    expect(items.length).toBeGreaterThan(0);
    expect(totals.hours).toBeCloseTo(
      items.reduce((sum, { hours }) => sum + hours, 0),
      3,
    );
    const { text } = await ask("GET", `${path}/export?month=2026-03`);
    expect(text.split("\r\n")).toHaveLength(items.length + 2);
    expect((await ask("GET", `${path}?month=2026-13`)).status).toBe(422);
  });
});

describe("activity", () => {
  it("tells what changed, by whom, under which request, and is found by each", async () => {
    const requestId = randomUUID();
    const { id } = await make();
    await got("PATCH", `/customers/${id}`, { city: "Sligo" }, { "x-request-id": requestId });
    const find = (query: string) => got<{ items: Json[]; next: string | null }>("GET", `/audit?${query}`);
    const [entry, ...none] = (await find(`correlation_id=${requestId}`)).items;
    expect(none).toEqual([]);
    const key = demo().keys.find(({ name }) => name === "reseller-a");
    expect(entry).toMatchObject({
      action: "customer.update",
      surface: "portal",
      actor: { id: key?.keyId, name: "reseller-a", kind: "key" },
      customer: { id },
      before: { city: "" },
      after: { city: "Sligo" },
    });
    for (const query of [
      "actor=Reseller-A",
      `actor=${key?.keyId}`,
      "action=customer",
      "action=customer.update",
      "surface=portal",
      "from=2026-01-01",
    ]) {
      expect((await find(`customer_id=${id}&${query}`)).items, query).toContainEqual(entry);
    }
    for (const query of ["actor=nobody%25", "action=custom", "action=customer_", "surface=imco", "to=2020-01-01"]) {
      expect((await find(`customer_id=${id}&${query}`)).items, query).toEqual([]);
    }
    const activity = await got<{ items: Json[] }>("GET", `/customers/${id}/activity`);
    expect(activity.items.map(({ action }) => action)).toEqual(["customer.update", "customer.create"]);
  });

  it("names what it refers to, as it is called now, and tells what was deleted since", async () => {
    const { id } = await make({ name: "Before" });
    await got("PATCH", `/customers/${id}`, { name: "Afterwards" });
    const { items: providers } = await got<{ items: { id: string; name: string }[] }>("GET", "/providers");
    await got("PUT", `/customers/${id}/concurrency-limit`, { limit: 3 });
    interface Page {
      items: { subject: string; subject_id: string; actor: { id: string }; customer: Json; after: Json | null }[];
      total: number | null;
      names: Record<string, string>;
    }
    const page = await got<Page>("GET", `/audit?customer_id=${id}`);
    const [entry] = page.items;
    expect(page.total).toBe(page.items.length);
    expect(page.names).toMatchObject({ [id]: "Afterwards", [entry?.actor.id ?? ""]: "reseller-a" });
    expect(entry?.customer).toEqual({ id, name: "Afterwards", deleted: false });
    for (const { subject, subject_id } of page.items) {
      if (subject !== "allowed_provider") continue;
      expect(page.names[subject_id]).toBe(providers.find((one) => one.id === subject_id)?.name);
    }

    await got("DELETE", `/customers/${id}`);
    const after = await got<Page>("GET", `/audit?customer_id=${id}&limit=1`);
    expect(after.total).toBe(page.items.length + 1);
    expect(after.items[0]?.customer).toEqual({ id, name: "Afterwards", deleted: true });
  });

  it("is confined to a reseller by whoever sees several", async () => {
    const [first, second] = demo().resellers;
    const csp = demo().keys.find(({ name }) => name === "csp")?.key;
    const asked = (id: string | undefined) =>
      call(routers.portal, { url: `/api/v1/audit?reseller_id=${id}`, headers: { authorization: `Bearer ${csp}` } });
    await make();
    for (const { id } of [first!, second!]) {
      const { items } = (await asked(id)).json as { items: Json[] };
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map(({ reseller_id }) => reseller_id))).toEqual(new Set([id]));
    }
    expect((await got<{ items: Json[] }>("GET", `/audit?reseller_id=${second?.id}`)).items).toEqual([]);
  });

  it("pages through everything once, and exports it", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await got<{ items: { id: string }[]; next: string | null }>(
        "GET",
        `/audit?action=customer&limit=50${cursor}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      if (cursor === "") await make();
      cursor = page.next ? `&cursor=${page.next}` : "";
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    const { text } = await ask("GET", "/audit/export?action=customer");
    const ids = text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(0, 36));
    expect(ids.slice(1)).toEqual(seen);
  });

  it("tells a CSP what was done at one reseller alone", async () => {
    const { id } = await make();
    const of = async (reseller: string | undefined) =>
      (await ask("GET", `/audit/export?customer_id=${id}&reseller_id=${reseller}`, undefined, {}, "csp")).text;
    const [first, second] = demo().resellers;
    expect(await of(first?.id)).toContain(id);
    expect(await of(second?.id)).not.toContain(id);
  });
});

describe("views", () => {
  it("are seen by colleagues where they are shared, and changed by their owner alone", async () => {
    const body = { page: "customers", name: "Mine", query: "status=ACTIVE" };
    const { id } = await got<{ id: string }>("POST", "/views", body);
    const seenBy = async (key: string) =>
      ((await ask("GET", "/views", undefined, {}, key)).json as { items: { id: string; own: boolean }[] }).items.find(
        (view) => view.id === id,
      );
    expect(await seenBy("reseller-a")).toMatchObject({ own: true, ...body, shared: false });
    expect(await seenBy("reseller-a-readonly")).toBeUndefined();
    await got("PATCH", `/views/${id}`, { shared: true });
    expect(await seenBy("reseller-a-readonly")).toMatchObject({ own: false, owner_name: "reseller-a" });
    expect(await seenBy("reseller-b")).toBeUndefined();
    expect(await seenBy("csp")).toBeUndefined();
    expect((await ask("DELETE", `/views/${id}`, undefined, {}, "reseller-b")).status).toBe(404);
    expect((await ask("DELETE", `/views/${id}`)).status).toBe(204);
  });

  it("belong to one list each: the customers' unless another is named", async () => {
    const named = { name: `View ${randomUUID()}`, query: "" };
    const listed = async (page: string) =>
      (await got<{ items: { id: string }[] }>("GET", `/views?page=${page}`)).items.map(({ id }) => id);
    const customers = await got<{ id: string }>("POST", "/views", named);
    const query = "action=customer.delete&from=2026-01-01";
    const audit = await got<{ id: string }>("POST", "/views", { ...named, page: "audit", query });
    expect([customers, audit]).toMatchObject([
      { page: "customers", version: 1 },
      { page: "audit", query },
    ]);
    expect(await listed("audit")).toContain(audit.id);
    expect(await listed("audit")).not.toContain(customers.id);
    expect(await listed("customers")).not.toContain(audit.id);
    const other = await ask("POST", "/views", { ...named, page: "keys" });
    expect((other.json as Problem).errors).toEqual([expect.objectContaining({ pointer: "/page" })]);
  });
});

describe("skins", () => {
  it("are in the demo as they can be saved", async () => {
    const { items } = await got<{ items: Json[] }>("GET", "/skins");
    expect(items.length).toBeGreaterThan(0);
    for (const { id, name, colours, logo } of items) await got("PATCH", `/skins/${id}`, { name, colours, logo });
  });

  it("tell whether they can be read, and bear one name each", async () => {
    const name = `skin ${randomUUID()}`;
    const colours = { primary: "#ffff00", background: "#ffffff", text: "#000000" };
    const skin = await got<{ id: string; version: number }>("POST", "/skins", { name, colours });
    expect(skin).toMatchObject({ contrast: { text_on_background: 21, background_on_primary: 1.07, readable: false } });
    const again = await ask("POST", "/skins", { name, colours });
    expect((again.json as Problem).errors).toEqual([expect.objectContaining({ pointer: "/name", rule: "taken" })]);
    const seen = { "if-match": `"${skin.version}"` };
    const better = { ...colours, primary: "#0b5fff" };
    expect(await got("PATCH", `/skins/${skin.id}`, { colours: better }, seen)).toMatchObject({
      contrast: { readable: true },
    });
    expect((await ask("PATCH", `/skins/${skin.id}`, { name: "late" }, seen)).status).toBe(412);
    expect((await ask("DELETE", `/skins/${skin.id}`, undefined, {}, "reseller-b")).status).toBe(404);
    expect((await ask("DELETE", `/skins/${skin.id}`, undefined, seen)).status).toBe(412);
    expect((await ask("DELETE", `/skins/${skin.id}`)).status).toBe(204);
  });

  it("tell beforehand how many customers a removal concerns, and how many it leaves without a skin", async () => {
    const [name, other] = [`skin ${randomUUID()}`, `skin ${randomUUID()}`];
    const colours = { primary: "#0b5fff", background: "#ffffff", text: "#000000" };
    const { id } = await got<{ id: string }>("POST", "/skins", { name, colours });
    await got("POST", "/skins", { name: other, colours });
    await make({ skin_names: [name, other] });
    await make({ skin_names: [name, `${other}, long gone`] });
    await make({ skin_names: [name] });
    await make({ skin_names: [other] });
    const deleted = await make({ skin_names: [name] });
    expect((await ask("DELETE", `/customers/${deleted.id}`)).status).toBe(204);
    expect(await got("GET", `/skins/${id}/removal`)).toEqual({ customers: 3, left_without: 2 });
    expect((await ask("GET", `/skins/${id}/removal`, undefined, {}, "reseller-b")).status).toBe(404);
  });

  it.each(["red", "#fff", "url(x)", "#0000001"])("refuse %j as a colour", async (primary) => {
    const { json } = await ask("POST", "/skins", {
      name: "x",
      colours: { primary, background: "#ffffff", text: "#000000" },
    });
    expect((json as Problem).errors?.map(({ pointer }) => pointer)).toEqual(["/colours/primary"]);
  });
});

describe("bulk changes", () => {
  it("do what they can and say what they could not", async () => {
    const [one, two] = [await make(), await make()];
    const admin = demo().resellers[0]?.adminCustomerId ?? "";
    const foreign = demo().customers.find(({ resellerId }) => resellerId !== demo().resellers[0]?.id)?.id ?? "";
    const ids = [one.id, foreign, two.id, admin, one.id];
    const deleted = await got<Json>("POST", "/customers/bulk", { action: "delete", ids });
    expect(deleted).toMatchObject({
      done: 2,
      failed: 2,
      results: [
        { id: one.id, ok: true },
        { id: foreign, ok: false, code: "resource.missing" },
        { id: two.id, ok: true },
        { id: admin, ok: false, code: "customer.admin_protected" },
      ],
    });
    expect(await got("POST", "/customers/bulk", { action: "restore", ids: [one.id] })).toMatchObject({ done: 1 });
    const status = { action: "set_status", ids: [one.id], status: "DISABLED" };
    expect(await got("POST", "/customers/bulk", status)).toMatchObject({ done: 1, failed: 0 });
    expect(await got("GET", `/customers/${one.id}`)).toMatchObject({ status: "DISABLED" });
    expect((await ask("POST", "/customers/bulk", { action: "explode", ids: [one.id] })).status).toBe(422);
  });
});

describe("the overview", () => {
  interface Overview {
    customers: Record<string, number>;
    live: { kind: string; count: number }[];
    attention: Record<string, { count: number; first: { customer: { id: string } }[] }>;
  }

  it("counts what the list counts, and names who needs attention", async () => {
    const { id } = await make({ status: "ACTIVE" });
    const plans = await got<{ items: { id: string; concurrency: number | null }[] }>("GET", "/plans");
    const plan = plans.items.find(({ concurrency }) => concurrency !== null);
    await got("PATCH", `/customers/${id}`, { billing_plan_id: plan?.id });
    await got("PUT", `/customers/${id}/concurrency-limit`, { limit: 1_000_000 });
    await got("POST", `/customers/${id}/capacity`, { side: "consumed", unit_type: "CU", amount: 5 });

    const { customers, live, attention } = await got<Overview>("GET", "/overview");
    const total = async (query: string) => (await got<{ total: number }>("GET", `/customers?${query}`)).total;
    for (const [status, count] of Object.entries(customers))
      expect(count, status).toBe(await total(`status=${status}`));
    expect(attention.agreements?.count).toBe(await total("agreement=required,linkexpired"));
    expect(attention.limits?.first.map(({ customer }) => customer.id)).toContain(id);
    expect(attention.limits?.count).toBe(await total("attention=limit_near_plan"));
    expect(attention.accounts?.count).toBe(await total("attention=accounts_in_error"));
    expect(attention.accounts?.count).toBeGreaterThan(0);
    expect(attention.capacity?.count).toBe(await total("attention=capacity_over_allocated"));
    expect(attention.capacity?.count).toBeGreaterThan(0);
    expect(live.find(({ kind }) => kind === "servers")?.count).toBeGreaterThan(0);
    expect(live.reduce((sum, { kind, count }) => (kind === "servers" ? sum + count : sum), 0)).toBe(
      (await got<{ items: { servers: number }[] }>("GET", "/customers?limit=200&fields=servers")).items.reduce(
        (sum, { servers }) => sum + servers,
        0,
      ),
    );
  });
});

describe("problems", () => {
  it("are told as RFC 9457 says, with the request's id", async () => {
    const requestId = randomUUID();
    const { headers, json } = await ask("GET", `/customers/${randomUUID()}`, undefined, { "x-request-id": requestId });
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(headers["x-request-id"]).toBe(requestId);
    expect(json).toMatchObject({
      type: "urn:reseller-portal:problem:resource.missing",
      title: "Not found",
      status: 404,
      detail: "Customer not found",
      code: "resource.missing",
      requestId,
    });
  });
});
