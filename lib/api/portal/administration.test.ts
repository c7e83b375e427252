import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { routers } from "../surfaces";

type Json = Record<string, unknown>;
interface Problem {
  code: string;
  errors?: { pointer: string; rule: string }[];
}

const keyOf = (name: string) => demo().keys.find((key) => key.name === name)?.key ?? "";

function ask(name: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const key = name.startsWith("XI") ? name : keyOf(name);
  const url = `/api/v1${path}`;
  return call(routers.portal, { method, url, body, headers: { authorization: `Bearer ${key}`, ...headers } });
}

async function got<T>(name: string, method: string, path: string, body?: unknown): Promise<T> {
  const { status, json, text } = await ask(name, method, path, body);
  expect(status, text).toBeLessThan(300);
  return json as T;
}

const pointersOf = (json: unknown) => (json as Problem).errors?.map(({ pointer, rule }) => [pointer, rule]);
const newUser = (details: Json = {}) => ({
  email: `${randomUUID()}@example.com`,
  name: "Somebody",
  role: "reseller_viewer",
  ...details,
});

describe("users", () => {
  interface Invited {
    user: { id: string; version: number; email: string; reseller_id: string };
    password: string | null;
  }

  it("are added with a password shown once, changed by version, and stay within their tenant", async () => {
    const { user, password } = await got<Invited>("reseller-a", "POST", "/users", newUser());
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(user.reseller_id).toBe(demo().resellers[0]?.id);
    const path = `/users/${user.id}`;
    const seen = { "if-match": `"${user.version}"` };
    expect((await ask("reseller-a", "PATCH", path, { name: "Other" }, seen)).status).toBe(200);
    expect((await ask("reseller-a", "PATCH", path, { name: "Late" }, seen)).status).toBe(412);
    expect((await ask("reseller-b", "GET", path)).status).toBe(404);
    expect((await ask("reseller-b", "PATCH", path, { active: false })).status).toBe(404);
    const reset = await got<Invited>("reseller-a", "POST", `${path}/password`, {});
    expect(reset.password).not.toBe(password);
    const { items } = await got<{ items: Json[] }>("csp", "GET", `/users?reseller_id=${user.reseller_id}`);
    expect(items).toContainEqual(expect.objectContaining({ id: user.id, name: "Other" }));
    expect(JSON.stringify(items)).not.toMatch(/password|hash/i);
  });

  it("bear an address each, a role of their tenant, and a password that is long enough", async () => {
    const first = newUser();
    await got("reseller-a", "POST", "/users", first);
    const again = await ask("reseller-b", "POST", "/users", { ...first, email: first.email.toUpperCase() });
    expect([again.status, pointersOf(again.json)]).toEqual([422, [["/email", "taken"]]]);
    const short = await ask("reseller-a", "POST", "/users", newUser({ password: "too short" }));
    expect([short.status, pointersOf(short.json)?.[0]?.[0]]).toEqual([422, "/password"]);
    expect((await ask("reseller-a", "POST", "/users", newUser({ role: "csp_admin" }))).status).toBe(403);
    expect((await ask("csp", "POST", "/users", newUser())).status).toBe(422);
  });
});

describe("keys", () => {
  interface Made {
    key: { id: string; state: string; hint: string; expires_at: string | null };
    secret: string;
    previous?: Made["key"];
  }
  const reading = { name: "Reading", level: "reseller", permissions: ["customers:read"] };

  it("do no more than they may, go on for the grace period, and end when revoked", async () => {
    const { key, secret } = await got<Made>("reseller-a", "POST", "/keys", reading);
    expect(secret.endsWith(key.hint)).toBe(true);
    expect((await ask(secret, "GET", "/customers")).status).toBe(200);
    expect((await ask(secret, "GET", "/audit")).status).toBe(403);
    const next = await got<Made>("reseller-a", "POST", `/keys/${key.id}/rotate`, { grace_hours: 1 });
    expect(next.previous).toMatchObject({ id: key.id, state: "active" });
    expect(next.previous?.expires_at).not.toBeNull();
    for (const either of [secret, next.secret]) expect((await ask(either, "GET", "/customers")).status).toBe(200);
    await got("reseller-a", "POST", `/keys/${next.key.id}/rotate`, { grace_hours: 0 });
    expect((await ask(next.secret, "GET", "/customers")).status).toBe(401);
    expect(await got("reseller-a", "DELETE", `/keys/${key.id}`)).toMatchObject({ state: "revoked" });
    expect((await ask(secret, "GET", "/customers")).status).toBe(401);
    expect((await ask("reseller-a", "POST", `/keys/${key.id}/rotate`, {})).status).toBe(409);
    const { items } = await got<{ items: Json[] }>("reseller-a", "GET", "/keys");
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it("reach no further than whoever makes them", async () => {
    const other = demo().resellers[1]?.id;
    const theirs = demo().customers.find(({ resellerId }) => resellerId === other)?.id;
    const make = (more: Json) => ask("reseller-a", "POST", "/keys", { ...reading, ...more });
    expect((await make({ reseller_id: other })).status).toBe(404);
    expect((await make({ level: "customer", customer_id: theirs })).status).toBe(404);
    expect((await make({ level: "csp" })).status).toBe(422);
    expect((await make({ permissions: ["resellers:write"] })).status).toBe(403);
    const past = await make({ expires_at: "2020-01-01T00:00:00Z" });
    expect([past.status, pointersOf(past.json)]).toEqual([422, [["/expires_at", "range"]]]);
  });
});

describe("resellers", () => {
  interface Whole {
    id: string;
    name: string;
    version: number;
    admin_customer_id: string;
    customers: Record<string, number>;
  }

  it("count their customers as the list of customers does", async () => {
    const { items } = await got<{ items: { id: string; customers: number }[] }>("csp", "GET", "/resellers");
    for (const { id, customers } of items) {
      const list = await got<{ total: number }>("csp", "GET", `/customers?reseller_id=${id}&limit=1`);
      expect(customers).toBe(list.total);
      const whole = await got<Whole>("csp", "GET", `/resellers/${id}`);
      expect(Object.values(whole.customers).reduce((sum, n) => sum + n, 0)).toBe(customers);
    }
  });

  it("begin with an account of their own, whose company keeps its name", async () => {
    const name = `Blue Harbour ${randomUUID()}`;
    const { id, version } = await got<Whole>("csp", "POST", "/resellers", { name, country: "PT" });
    const whole = await got<Whole>("csp", "GET", `/resellers/${id}`);
    expect(whole.customers).toEqual({ CONFIGURED: 0, ACTIVE: 1, DISABLED: 0 });
    const seen = { "if-match": `"${version}"` };
    expect((await ask("csp", "PATCH", `/resellers/${id}`, { name: "Renamed" }, seen)).status).toBe(200);
    expect((await ask("csp", "PATCH", `/resellers/${id}`, { name: "Late" }, seen)).status).toBe(412);
    const own = await got<Json>("csp", "GET", `/customers/${whole.admin_customer_id}`);
    expect(own).toMatchObject({ name, country: "PT", admin: true, reseller: { name: "Renamed" } });
    expect((await ask("other-csp", "GET", `/resellers/${id}`)).status).toBe(404);
    expect((await ask("reseller-a", "GET", `/resellers/${id}`)).status).toBe(404);
  });
});
