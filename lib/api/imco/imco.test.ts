import { describe, expect, it } from "vitest";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { headersOf, keyOf } from "../../testing/world";
import { routers } from "../surfaces";

const headers = headersOf("imco", "reseller");
const ask = (method: string, path: string, body?: unknown, as = headers) =>
  call(routers.imco, { method, url: `/v3${path}`, headers: as, body });
const create = async (body: object): Promise<Record<string, never>> => {
  const reply = await ask("POST", "/admin/customers", body);
  expect(reply.status, reply.text).toBe(201);
  return reply.json as Record<string, never>;
};

describe("imco", () => {
  it("takes the key as Basic user name too", async () => {
    for (const pair of [`${keyOf("reseller")}:`, keyOf("reseller")]) {
      const basic = Buffer.from(pair).toString("base64");
      expect((await ask("GET", "/ping", undefined, { authorization: `Basic ${basic}` })).json).toEqual({});
    }
  });

  it("lists exactly the reseller's customers, in order of creation, without usage", async () => {
    const { customers, resellers } = demo();
    const last = await create({ name: "Last of all" });
    const list = (await ask("GET", "/admin/customers")).json as { id: string; admin: boolean }[];
    const mine = customers.filter(({ resellerId }) => resellerId === resellers[0]?.id).map(({ id }) => id);
    expect(list.map(({ id }) => id).sort()).toEqual([...mine, last.id].sort());
    expect(list.at(-1)?.id).toBe(last.id);
    expect(Object.keys(list[0] ?? {})).toEqual([
      "id",
      "name",
      "external_id",
      "licensing_enabled",
      "admin",
      "skin_names",
      "resource_type",
    ]);
    expect(list.filter(({ admin }) => admin).map(({ id }) => id)).toEqual([resellers[0]?.adminCustomerId]);
  });

  it("prints the fields of one customer in the page's order", async () => {
    const made = await create({ name: "Printed" });
    const shown = (await ask("GET", `/admin/customers/${made.id}`)).json as object;
    const changed = (await ask("PUT", `/admin/customers/${made.id}`, { name: "Printed again" })).json as object;
    for (const customer of [made, shown, changed]) {
      expect(Object.keys(customer)).toEqual([
        "id",
        "name",
        "admin",
        "external_id",
        "licensing_enabled",
        "skin_names",
        "resource_usage",
        "resource_type",
      ]);
    }
  });

  it("pages where asked to, with Link and the number of all", async () => {
    const all = (await ask("GET", "/admin/customers")).json as { id: string }[];
    const second = await ask("GET", "/admin/customers?page=2&per_page=3");
    expect(second.json).toEqual(all.slice(3, 6));
    expect(second.headers["x-total-count"]).toBe(String(all.length));
    expect(second.headers.link).toContain('</v3/admin/customers?page=1&per_page=3>; rel="prev"');
    expect(second.headers.link).toContain('</v3/admin/customers?page=3&per_page=3>; rel="next"');
    const beyond = await ask("GET", "/admin/customers?page=100000&per_page=1000");
    expect(beyond.json).toEqual([]);
    for (const query of [
      "per_page=0",
      "per_page=1001",
      "page=0",
      "page=x",
      "page=1&page=2",
      "page=0x1",
      "page=1e2",
      "page=%201",
      "page=%2B1",
      "page=1.0",
    ]) {
      expect((await ask("GET", `/admin/customers?${query}`)).status, query).toBe(422);
    }
    expect((await ask("GET", "/admin/customers?per_page=1001")).json).toEqual({
      errors: { per_page: ["must be a whole number from 1 to 1000"] },
    });
  });

  it("shows every provider account with its live servers, also those without any", async () => {
    const showcase = demo().customers.find((customer) => customer.showcase);
    const { resource_usage } = (await ask("GET", `/admin/customers/${showcase?.id}`)).json as {
      resource_usage: Record<string, { servers: number }>;
    };
    const accounts = (await ask("GET", "/settings/cloud_accounts")).json as { id: string }[];
    expect(accounts.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(resource_usage)));
    const counts = Object.values(resource_usage).map(({ servers }) => servers);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.min(...counts)).toBe(0);
  });

  it("speaks of invalid fields as an object of arrays of strings", async () => {
    const blank = await ask("POST", "/admin/customers", { name: "  " });
    expect(blank.status).toBe(422);
    expect(blank.json).toEqual({ errors: { name: ["can't be blank"] } });
    const long = await ask("POST", "/admin/customers", { name: "x".repeat(256), skin_names: ["a", ""] });
    expect(long.json).toEqual({ errors: { name: ["is too long"], skin_names: ["can't be blank"] } });
    expect((await ask("POST", "/admin/customers", {})).json).toEqual({ errors: { name: ["can't be blank"] } });
    const twice = await ask("POST", "/admin/customers", { name: "", external_id: 7, skin_names: ["a", " a "] });
    expect(twice.json).toEqual({
      errors: { name: ["can't be blank"], skin_names: ["has already been taken"], external_id: ["is invalid"] },
    });
    const nothing = await ask("POST", "/admin/customers", { name: null, skin_names: 7 });
    expect(nothing.json).toEqual({ errors: { name: ["can't be blank"], skin_names: ["is invalid"] } });
    for (const name of ["self", "01932b3c-7f10-7a52-9d3e-1c5b8a4e2f60", "a\u0007b", 7, null, {}]) {
      const reply = await ask("POST", "/admin/customers", { name });
      expect(reply.status, String(name)).toBe(422);
      expect(Object.keys((reply.json as { errors: object }).errors)).toEqual(["name"]);
    }
  });

  it("speaks of everything else in one string", async () => {
    const reply = await ask("GET", "/admin/customers/01932b3c-7f10-7a52-9d3e-1c5b8a4e2f60");
    expect([reply.status, reply.json]).toEqual([404, { error: "Customer not found" }]);
    for (const id of ["not-an-id", "%00", "self"]) {
      for (const [method, path] of [
        ["GET", ""],
        ["PUT", ""],
        ["DELETE", ""],
        ["GET", "/cloud_providers"],
      ] as const) {
        const other = await ask(method, `/admin/customers/${id}${path}`, method === "PUT" ? {} : undefined);
        expect([other.status, other.json], id).toEqual([404, { error: "Customer not found" }]);
      }
    }
    expect((await ask("GET", "/nowhere")).status).toBe(404);
  });

  it("keeps the order of skin names and refuses one that is there twice, or more than 20", async () => {
    const made = await create({ name: "Skinned", skin_names: ["zebra", "apple"] });
    expect(made.skin_names).toEqual(["zebra", "apple"]);
    for (const skin_names of [["a", "a"], Array.from({ length: 21 }, (_, index) => `s${index}`), "a", [1]]) {
      expect((await ask("POST", "/admin/customers", { name: "No", skin_names })).status).toBe(422);
    }
  });

  it("marks answers about licensing as deprecated, and only those", async () => {
    const with_ = await ask("POST", "/admin/customers", { name: "Licensed", licensing_enabled: true });
    expect(with_.headers.deprecation).toBe("true");
    expect(with_.json).toMatchObject({ licensing_enabled: true });
    const without = await ask("POST", "/admin/customers", { name: "Plain" });
    expect(without.headers).not.toHaveProperty("deprecation");
    expect(without.json).toMatchObject({ licensing_enabled: false, external_id: null, resource_usage: {} });
  });

  it("changes what is given and nothing else", async () => {
    const { id } = await create({ name: "Before", external_id: "e-1", skin_names: ["a"] });
    const changed = await ask("PUT", `/admin/customers/${id}`, { name: "After" });
    expect(changed.json).toMatchObject({ name: "After", external_id: "e-1", skin_names: ["a"] });
    expect((await ask("PUT", `/admin/customers/${id}`, { external_id: null })).json).toMatchObject({
      external_id: null,
    });
    expect((await ask("PUT", `/admin/customers/${id}`, { external_metadata: { hub: { a: 1 } } })).status).toBe(200);
    expect((await ask("PUT", `/admin/customers/${id}`, { external_metadata: [] })).status).toBe(422);
  });

  it("takes a customer from every list and lookup at once, but never the reseller's own", async () => {
    const { id } = await create({ name: "Short-lived" });
    expect((await ask("DELETE", `/admin/customers/${id}`)).status).toBe(204);
    for (const [method, body] of [["GET"], ["PUT", { name: "x" }], ["DELETE"]] as const) {
      expect((await ask(method, `/admin/customers/${id}`, body)).status).toBe(404);
    }
    expect((await ask("GET", "/admin/customers")).text).not.toContain(id);
    const own = await ask("DELETE", `/admin/customers/${demo().resellers[0]?.adminCustomerId}`);
    expect([own.status, own.json]).toEqual([409, { error: expect.any(String) }]);
  });

  it("gives a CSP's key all its resellers' customers, and creates for its house reseller", async () => {
    const csp = headersOf("imco", "csp");
    const { customers, resellers, csps } = demo();
    const made = await ask("POST", "/admin/customers", { name: "Direct" }, csp);
    expect(made.status).toBe(201);
    const ids = ((await ask("GET", "/admin/customers", undefined, csp)).json as { id: string }[]).map(({ id }) => id);
    const ofCsp = resellers.filter(({ cspId }) => cspId === csps[0]?.id).map(({ id }) => id);
    const theirs = customers.filter(({ resellerId }) => ofCsp.includes(resellerId)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(theirs));
    const madeId = (made.json as { id: string }).id;
    expect(ids).toContain(madeId);
    expect((await ask("GET", `/admin/customers/${madeId}`)).status).toBe(404);
  });

  it("lists every cloud account in the page's shape, also one that its provider refuses", async () => {
    const reply = await ask("GET", "/settings/cloud_accounts", undefined, headersOf("imco", "csp"));
    const accounts = reply.json as Record<string, unknown>[];
    const providers = (await ask("GET", "/cloud/cloud_providers")).json as { id: string }[];
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) {
      expect(Object.keys(account)).toEqual(["id", "cloud_provider_id", "name", "state", "resource_type"]);
      expect(account).toMatchObject({ state: "idle", resource_type: "cloud_account" });
      expect(providers.map(({ id }) => id)).toContain(account.cloud_provider_id);
    }
  });

  it("lists the providers open to the reseller and those allowed to a customer in one shape", async () => {
    const showcase = demo().customers.find((customer) => customer.showcase);
    const open = (await ask("GET", "/cloud/cloud_providers")).json as { id: string }[];
    const allowed = (await ask("GET", `/admin/customers/${showcase?.id}/cloud_providers`)).json as { id: string }[];
    expect(allowed.length).toBeGreaterThan(0);
    for (const provider of allowed) expect(open).toContainEqual(provider);
  });
});
