import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { auditEntries, customers } from "@/db/schema";
import { grant } from "@/lib/core/scope";
import { flushActivity } from "@/lib/domain/activity/touch";
import { createCustomer } from "@/lib/domain/customers/create";
import { deleteCustomer } from "@/lib/domain/customers/remove";
import { listPlans } from "@/lib/domain/plans/read";
import { setPlan } from "@/lib/domain/plans/write";
import { call } from "@/lib/testing/call";
import { demo } from "@/lib/testing/demo";
import { type Caller, headersOf, resellerPrincipal } from "@/lib/testing/world";
import { routers } from "../surfaces";

type Json = Record<string, unknown>;

const send = (method: string, url: string, body?: unknown, caller: Caller = "reseller") =>
  call(routers.cloudonix, { method, url, body, headers: headersOf("cloudonix", caller) });
const get = (url: string, caller?: Caller) => send("GET", url, undefined, caller);

const scope = () => grant(resellerPrincipal(), "customers:write", "customers:read");
const made = (name = `Made ${randomUUID().slice(0, 8)}`) => createCustomer(scope(), { name }, new Date());
const at = (reference: string, rest = "") => `/customers/${encodeURIComponent(reference)}${rest}`;
const showcase = () => demo().customers.find((customer) => customer.showcase)!;

describe("the page's own calls", () => {
  it("shows the customer that owns the key as self", async () => {
    // curl 'https://api.cloudonix.io/customers/self' --header 'Authorization: Bearer XI•••••••••••••••' -s
    const reply = await get("/customers/self", "customer");
    expect(reply.status).toBe(200);
    const json = reply.json as Json;
    expect(Object.keys(json)).toEqual([
      ...["name", "uuid", "profile", "active", "createdAt", "modifiedAt"],
      ...["settings", "lastActivity", "billingPlan"],
    ]);
    expect(json).toMatchObject({ name: showcase().name, uuid: showcase().id, active: true });
    for (const name of ["createdAt", "modifiedAt", "lastActivity"]) {
      expect(json[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  });

  it("shows, sets and removes the concurrency limit", async () => {
    const { id } = await made();
    const url = at(id, "/concurrency-limit");
    expect((await get(url)).status).toBe(404);
    // curl --request PUT '…/concurrency-limit' --header 'Content-Type: application/json' --data '{ "limit": 5 }'
    const put = await call(routers.cloudonix, {
      method: "PUT",
      url,
      headers: { ...headersOf("cloudonix", "reseller"), "Content-Type": "application/json" },
      body: '{\n  "limit": 5\n}',
    });
    expect([put.status, put.json]).toEqual([200, { limit: 5 }]);
    const shown = await get(url);
    expect([shown.status, shown.json]).toEqual([200, { limit: 5 }]);
    for (const _ of [1, 2]) expect((await send("DELETE", url)).status).toBe(204);
    expect((await get(url)).json).toEqual({ error: "not_found", message: expect.any(String) });
  });
});

describe("who a customer is", () => {
  it("takes self for a reseller's key as its own account, for a CSP's as its house reseller's", async () => {
    const { resellers } = demo();
    expect((await get("/customers/self")).json).toMatchObject({ uuid: resellers[0]?.adminCustomerId });
    const own = (await get("/customers/self", "csp")).json as Json;
    const [row] = await client()
      .reader.select()
      .from(customers)
      .where(eq(customers.id, String(own.uuid)));
    expect(row).toMatchObject({ admin: true, cspId: demo().csps[0]?.id });
  });

  it.each([
    "Name with / slash",
    "100% sure?",
    "C# & Söhne; +1",
    "مؤسسة النور",
    "👩‍👩‍👧 family",
    "re\u0301sume\u0301",
    "%2F",
    "a%20b",
    "😀".repeat(255),
  ])("finds %s by its exact name, on both prefixes", async (name) => {
    const { id } = await made(name.normalize("NFC"));
    for (const prefix of ["customers", "tenants"]) {
      const reply = await get(`/${prefix}/${encodeURIComponent(name)}`);
      expect([reply.status, (reply.json as Json).uuid]).toEqual([200, id]);
      expect((reply.json as Json).name).toBe(name.normalize("NFC"));
    }
  });

  it("is exact about a name, and not about the case of a uuid", async () => {
    const { id, name } = await made();
    expect((await get(at(name.toLowerCase()))).status).toBe(404);
    expect((await get(at(name.slice(0, -1)))).status).toBe(404);
    expect((await get(at(id.toUpperCase()))).json).toMatchObject({ uuid: id });
  });

  it("refuses a name that several bear, naming their uuids", async () => {
    const name = `Twin ${randomUUID()}`;
    const [a, b] = [await made(name), await made(name)];
    const reply = await get(at(name));
    expect(reply.status).toBe(409);
    expect(reply.json).toEqual({ error: "conflict", message: expect.stringContaining(a.id) });
    expect(reply.text).toContain(b.id);
    expect((await send("PUT", at(name, "/concurrency-limit"), { limit: -1 })).status).toBe(400);
    expect((await send("PUT", at(name, "/concurrency-limit"), { limit: 1 })).status).toBe(409);
    await deleteCustomer(scope(), b.id, new Date());
    expect((await get(at(name))).json).toMatchObject({ uuid: a.id });
  });

  it("shows a customer's key that customer alone", async () => {
    const { id, name } = await made();
    for (const reference of [id, name]) {
      const theirs = await get(at(reference), "customer");
      const none = await get(at(randomUUID()), "customer");
      expect([theirs.status, theirs.text]).toEqual([404, none.text]);
    }
    expect((await get(at(showcase().id), "customer")).status).toBe(200);
  });

  it.each(["%zz", "%00", "%ED%A0%80", "__proto__", "constructor", "%F0%9F%98%80"])(
    "finds nobody as %s",
    async (text) => {
      expect((await get(`/customers/${text}`)).status).toBe(404);
    },
  );

  it("lists nothing at the root", async () => {
    for (const url of ["/customers", "/customers/", "/tenants"]) {
      expect((await get(url)).json).toEqual({ error: "not_found", message: expect.any(String) });
    }
  });
});

describe("settings", () => {
  it("keeps one truth in two places", async () => {
    const { id } = await made();
    expect((await get(at(id, "/settings"))).json).toEqual({});
    const set = await send("POST", at(id, "/settings"), { name: "concurrency-limit", value: 9 });
    expect([set.status, set.json]).toEqual([200, { "concurrency-limit": 9 }]);
    expect((await get(at(id, "/concurrency-limit"))).json).toEqual({ limit: 9 });
    await send("PUT", at(id, "/concurrency-limit"), { limit: 0 });
    expect((await get(at(id, "/settings"))).json).toEqual({ "concurrency-limit": 0 });
    expect((await get(at(id, "/settings/concurrency-limit"))).json).toEqual({ name: "concurrency-limit", value: 0 });
    const put = await send("PUT", at(id, "/settings/concurrency-limit"), { value: 1_000_000 });
    expect([put.status, put.json]).toEqual([200, { "concurrency-limit": 1_000_000 }]);
    expect(((await get(at(id))).json as Json).settings).toEqual({ "concurrency-limit": 1_000_000 });
    for (const _ of [1, 2]) expect((await send("DELETE", at(id, "/settings/concurrency-limit"))).status).toBe(204);
    expect((await get(at(id, "/concurrency-limit"))).status).toBe(404);
    expect((await get(at(id, "/settings/concurrency-limit"))).status).toBe(404);
  });

  it.each([-1, 1_000_001, 1.5, "5", true, null, [], {}, 1e300])("refuses the limit %j", async (value) => {
    const { id } = await made();
    const calls = [
      await send("POST", at(id, "/settings"), { name: "concurrency-limit", value }),
      await send("PUT", at(id, "/settings/concurrency-limit"), { value }),
      await send("PUT", at(id, "/concurrency-limit"), { limit: value }),
      ...(value === null ? [] : [await send("PATCH", at(id), { settings: { "concurrency-limit": value } })]),
    ];
    for (const reply of calls) {
      expect([reply.status, (reply.json as Json).error]).toEqual([400, "bad_request"]);
      expect(reply.text).toContain("0 to 1000000");
    }
    expect((await get(at(id, "/settings"))).json).toEqual({});
  });

  it.each(["colour", "__proto__", "constructor", "Concurrency-Limit"])("knows no setting %s", async (name) => {
    const { id } = await made();
    const url = at(id, `/settings/${name}`);
    const refused = [
      await send("POST", at(id, "/settings"), { name, value: 1 }),
      await send("PUT", url, { value: 1 }),
      await send("PATCH", at(id), { settings: { [name]: 1 } }),
    ];
    for (const reply of refused) {
      expect(reply.status).toBe(400);
      expect(reply.text).toMatch(/concurrency-limit|must not have a key named __proto__/);
    }
    expect((await get(url)).status).toBe(404);
    expect((await send("DELETE", url)).status).toBe(404);
  });

  it.each([5, null, ["concurrency-limit"]])(
    "names the settings there are to whoever sends the name %j",
    async (name) => {
      const reply = await send("POST", at(showcase().id, "/settings"), { name, value: 1 });
      expect([reply.status, reply.text]).toEqual([400, expect.stringContaining("concurrency-limit")]);
    },
  );

  it("answers POST on a setting with 405", async () => {
    const reply = await send("POST", at(showcase().id, "/settings/concurrency-limit"), { value: 1 });
    expect([reply.status, (reply.json as Json).error]).toEqual([405, "method_not_allowed"]);
    expect(reply.headers.allow?.split(", ").sort()).toEqual(["DELETE", "GET", "HEAD", "PUT"]);
  });

  it("modifies the customer by every change of a setting, and by no other call", async () => {
    const { id } = await made();
    const long = new Date("2020-03-29T10:26:51Z");
    const row = async () => {
      const [found] = await client().reader.select().from(customers).where(eq(customers.id, id));
      return found!;
    };
    const { version } = await row();
    const limit = (value: number | null) => ({ settings: { "concurrency-limit": value } });
    const calls: [boolean, string, string, unknown?][] = [
      [true, "PUT", "/concurrency-limit", { limit: 5 }],
      [false, "PUT", "/concurrency-limit", { limit: 5 }],
      [true, "POST", "/settings", { name: "concurrency-limit", value: 6 }],
      [true, "PUT", "/settings/concurrency-limit", { value: 7 }],
      [true, "PATCH", "", limit(8)],
      [false, "PATCH", "", limit(8)],
      [true, "PATCH", "", limit(null)],
      [false, "DELETE", "/concurrency-limit"],
      [true, "PUT", "/concurrency-limit", { limit: 5 }],
      [true, "DELETE", "/concurrency-limit"],
      [false, "DELETE", "/settings/concurrency-limit"],
    ];
    for (const [moves, method, rest, body] of calls) {
      await client().transaction(async (db) => {
        await db.update(customers).set({ modifiedAt: long }).where(eq(customers.id, id));
      });
      const reply = await send(method, at(id, rest), body);
      expect(reply.status).toBeLessThan(300);
      const told = ((await get(at(id))).json as Json).modifiedAt;
      expect([method, rest, told !== "2020-03-29T10:26:51Z"]).toEqual([method, rest, moves]);
      if (method === "PATCH") expect((reply.json as Json).modifiedAt).toBe(told);
    }
    // A colleague's open form of its details is none the staler.
    expect((await row()).version).toBe(version);
  });

  it("lets many set it at once", async () => {
    const { id } = await made();
    const values = Array.from({ length: 10 }, (_, i) => i);
    const replies = await Promise.all(values.map((limit) => send("PUT", at(id, "/concurrency-limit"), { limit })));
    expect(replies.map(({ status }) => status)).toEqual(values.map(() => 200));
    expect(values).toContain(((await get(at(id, "/concurrency-limit"))).json as { limit: number }).limit);
  });

  it("tells the audit log who changed it from what to what", async () => {
    const { id } = await made();
    await send("PUT", at(id, "/concurrency-limit"), { limit: 3 });
    await send("PUT", at(id, "/concurrency-limit"), { limit: 4 });
    const rows = await client()
      .reader.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.customerId, id), eq(auditEntries.subject, "setting")));
    rows.sort((a, b) => Number(a.after?.value) - Number(b.after?.value));
    expect(rows.map(({ surface, actorName, after }) => [surface, actorName, after?.value])).toEqual([
      ["cloudonix", "reseller-a", 3],
      ["cloudonix", "reseller-a", 4],
    ]);
    expect(rows[1]?.before).toEqual({ value: 3 });
  });
});

describe("PATCH", () => {
  it("merges the profile and sets settings, all or nothing", async () => {
    const { id } = await made();
    const first = await send("PATCH", at(id), {
      profile: { "contact-name": "Firstname Lastname", "contact-email": "person@example.com", tags: { a: 1, b: [2] } },
      settings: { "concurrency-limit": 6 },
    });
    expect(first.status).toBe(200);
    const second = await send("PATCH", at(id), {
      profile: { "contact-email": null, tags: { a: null, c: { d: null } } },
    });
    expect(second.json).toMatchObject({
      profile: { "contact-name": "Firstname Lastname", tags: { b: [2], c: {} } },
      settings: { "concurrency-limit": 6 },
    });
    const refused = await send("PATCH", at(id), { profile: { lost: 1 }, settings: { "concurrency-limit": -1 } });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("settings.concurrency-limit");
    const removed = await send("PATCH", at(id), { settings: { "concurrency-limit": null } });
    expect(removed.json).toMatchObject({ settings: {} });
    const { profile } = (await get(at(id))).json as { profile: Json };
    expect(profile).toEqual({ "contact-name": "Firstname Lastname", tags: { b: [2], c: {} } });
  });

  it.each(["name", "uuid", "active", "createdAt", "billingPlan", "nonsense"])("cannot edit %s", async (field) => {
    const { id, name } = await made();
    const reply = await send("PATCH", at(id), { [field]: "x", profile: { kept: false } });
    expect(reply.json).toEqual({ error: "bad_request", message: `${field} is not editable` });
    expect(reply.status).toBe(400);
    expect((await get(at(id))).json).toMatchObject({ name, profile: {} });
  });

  it("keeps at most 100 keys and 64 KiB, counted after the merge", async () => {
    const { id } = await made();
    const keys = (n: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, value]));
    expect((await send("PATCH", at(id), { profile: keys(100, 1) })).status).toBe(200);
    const over = await send("PATCH", at(id), { profile: { more: 1 } });
    expect([over.status, over.text]).toEqual([400, expect.stringContaining("100 keys")]);
    expect((await send("PATCH", at(id), { profile: { ...keys(100, null), more: 1 } })).status).toBe(200);
    expect(((await get(at(id))).json as Json).profile).toEqual({ more: 1 });
    const exact = 64 * 1024 - '{"more":""}'.length;
    expect((await send("PATCH", at(id), { profile: { more: "x".repeat(exact) } })).status).toBe(200);
    expect((await send("PATCH", at(id), { profile: { more: "x".repeat(exact + 1) } })).status).toBe(400);
    expect((await send("PATCH", at(id), { profile: { other: 1 } })).status).toBe(400);
  });

  it.each(['{"profile": null}', '{"profile": []}', '{"profile": "x"}', '{"settings": 5}', '{"settings": null}'])(
    "refuses %s",
    async (body) => {
      const reply = await call(routers.cloudonix, {
        method: "PATCH",
        url: at((await made()).id),
        headers: { ...headersOf("cloudonix", "reseller"), "content-type": "application/json" },
        body,
      });
      expect(reply.status).toBe(400);
    },
  );

  it("survives what nobody should send", async () => {
    const { id } = await made();
    const headers = { ...headersOf("cloudonix", "reseller"), "content-type": "application/json" };
    const patch = (body: string) => call(routers.cloudonix, { method: "PATCH", url: at(id), headers, body });
    const deep = 100_000;
    expect((await patch(`{"profile":{"a":${"[".repeat(deep)}${"]".repeat(deep)}}}`)).status).toBe(400);
    for (const profile of ['{"__proto__":{"polluted":true}}', '{"kept":1,"in":[{"__proto__":2}]}']) {
      const reply = await patch(`{"profile":${profile}}`);
      expect([reply.status, reply.text]).toEqual([400, expect.stringContaining("__proto__")]);
    }
    expect(((await get(at(id))).json as Json).profile).toEqual({});
    expect(({} as Json).polluted).toBeUndefined();
    const odd = await patch('{"profile":{"a":"\\ud800\\u0000","b":1e999}}');
    expect(odd.status).toBeLessThan(500);
    expect((await get(at(id))).status).toBe(200);
  });

  it("loses none of many changes made at once", async () => {
    const { id } = await made();
    const names = Array.from({ length: 8 }, (_, i) => `key-${i}`);
    const replies = await Promise.all(names.map((name) => send("PATCH", at(id), { profile: { [name]: true } })));
    expect(replies.map(({ status }) => status)).toEqual(names.map(() => 200));
    const { profile } = (await get(at(id))).json as { profile: Json };
    expect(Object.keys(profile).sort()).toEqual(names);
  });

  it("takes the media type of a merge patch too", async () => {
    const type = { ...headersOf("cloudonix", "reseller"), "content-type": "application/merge-patch+json" };
    const { id } = await made();
    const reply = await call(routers.cloudonix, {
      method: "PATCH",
      url: at(id),
      headers: type,
      body: '{"profile":{"a":1,"b":null}}',
    });
    expect([reply.status, (reply.json as Json).profile]).toEqual([200, { a: 1 }]);
  });

  it("needs permission to write both", async () => {
    expect((await send("PATCH", at(showcase().id), { profile: {} }, "readonly")).status).toBe(403);
    expect((await send("PATCH", "/customers/self", { profile: { own: 1 } }, "customer")).status).toBe(200);
  });
});

describe("what a customer is told of itself", () => {
  it("shows its plan, also one without a limit, and null without a plan", async () => {
    const { id } = await made();
    expect((await get(at(id))).json).toMatchObject({ billingPlan: null });
    const plans = await listPlans(scope());
    expect(plans.some(({ concurrency }) => concurrency === null)).toBe(true);
    for (const plan of plans) {
      await setPlan(scope(), id, plan.id, new Date());
      expect((await get(at(id))).json).toMatchObject({
        billingPlan: { name: plan.name, concurrency: plan.concurrency },
      });
    }
  });

  it("is active unless disabled", async () => {
    for (const [status, active] of [
      ["CONFIGURED", true],
      ["ACTIVE", true],
      ["DISABLED", false],
    ] as const) {
      const { id } = await createCustomer(scope(), { name: "Any", status }, new Date());
      expect((await get(at(id))).json).toMatchObject({ active });
    }
  });

  it("knows its last activity without a write for each read", async () => {
    const { id } = await made();
    const stored = async () =>
      (await client().reader.select().from(customers).where(eq(customers.id, id))).at(0)?.lastActivityAt ?? null;
    const began = Math.floor(Date.now() / 1000) * 1000;
    const { lastActivity } = (await get(at(id, ""))).json as { lastActivity: string };
    expect(Date.parse(lastActivity)).toBeGreaterThanOrEqual(began);
    expect(await stored()).toBeNull();
    await flushActivity();
    expect((await stored())?.getTime()).toBeGreaterThanOrEqual(began);
  });

  it("stops knowing a deleted customer at once", async () => {
    const { id } = await made();
    expect((await get(at(id))).status).toBe(200);
    await deleteCustomer(scope(), id, new Date());
    for (const rest of ["", "/settings", "/concurrency-limit"]) expect((await get(at(id, rest))).status).toBe(404);
    expect((await send("PUT", at(id, "/concurrency-limit"), { limit: 1 })).status).toBe(404);
  });
});
