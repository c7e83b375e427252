import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once as event } from "node:events";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { client } from "@/db/client";
import { importSteps, jobs } from "@/db/schema";
import { hours, later, minutes } from "@/lib/core/time";
import { forgetImports } from "@/lib/domain/imports/run";
import { resumeJobs, settleJobs } from "@/lib/domain/jobs/run";
import { call } from "@/lib/testing/call";
import { headersOf } from "@/lib/testing/world";
import { routers } from "../surfaces";
import type { Import, PlannedRow } from "./imports.contract";

type Json = Record<string, unknown>;
interface Plan {
  plan: string;
  counts: Record<string, number>;
  ignored_columns: string[];
  rows: PlannedRow[];
}

const ask = async (method: string, path: string, body?: unknown, caller: "reseller" | "other" = "reseller") => {
  const headers = headersOf("portal", caller);
  const { status, json, text } = await call(routers.portal, { method, url: `/api/v1${path}`, headers, body });
  return { status, json: json as Json, text };
};

const made = async (details: Json): Promise<string> => {
  const { status, json, text } = await ask("POST", "/customers", details);
  expect(status, text).toBe(201);
  return String(json.id);
};
const customer = async (id: string) => (await ask("GET", `/customers/${id}`)).json;

const planned = async (csv: string): Promise<Plan> => {
  const { status, json, text } = await ask("POST", "/imports/plan", { csv });
  expect(status, text).toBe(200);
  return json as unknown as Plan;
};

const ended = async (id: unknown): Promise<Import> => {
  await settleJobs();
  return (await ask("GET", `/imports/${id}`)).json as unknown as Import;
};
const imported = async (csv: string, plan?: string): Promise<Import> => {
  const { status, json, text } = await ask("POST", "/imports", { csv, plan });
  expect(status, text).toBe(202);
  return ended(json.id);
};

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
const found = async (name: string) =>
  (await ask("GET", `/customers?q=${encodeURIComponent(name)}`)).json.items as Json[];

describe("a plan", () => {
  it("tells what each row would do, and writes nothing", async () => {
    const [name, external] = [unique("Known"), randomUUID().slice(0, 12)];
    const id = await made({ name, city: "Porto", external_id: external, country: "PT" });
    const fresh = unique("Fresh");
    const csv = [
      "id,external_id,name,city,country,email,servers",
      `${id},,,Lisboa,,,7`,
      `,${external}x,${fresh},Kiel,germany,,`,
      `${randomUUID()},,Stranger,,,,`,
      `,,${unique("Bad mail")},,,nobody,`,
      `,${external},${name},Porto,PT,,`,
      ",,,Nowhere,,,",
      `,,${name},,,,`,
    ].join("\r\n");
    const { rows, counts, ignored_columns } = await planned(csv);
    expect(rows.map(({ line, action }) => [line, action])).toEqual([
      [2, "change"],
      [3, "create"],
      [4, "error"],
      [5, "error"],
      [6, "error"],
      [7, "error"],
      [8, "create"],
    ]);
    expect(counts).toEqual({ create: 2, change: 1, skip: 0, error: 4 });
    expect(ignored_columns).toEqual(["servers"]);
    expect(rows[0]).toMatchObject({ customer_id: id, name, changes: [{ field: "city", from: "Porto", to: "Lisboa" }] });
    expect(rows[1]?.changes).toContainEqual({ field: "country", from: "", to: "DE" });
    expect(rows[2]?.faults[0]).toMatchObject({ field: "id" });
    expect(rows[3]?.faults[0]).toMatchObject({ field: "email" });
    expect(rows[4]?.faults[0]).toEqual({ field: null, message: "is about the same customer as line 2" });
    expect(rows[5]?.faults).toEqual([{ field: "name", message: "is required" }]);
    expect(rows[6]?.warning).toBe("There is a customer of this name already");
    expect(rows[1]?.warning).toBeNull();
    expect(await customer(id)).toMatchObject({ city: "Porto", version: 1 });
    expect(await found(fresh)).toEqual([]);
  });

  it("tells every fault of a row, and which rows may be one customer", async () => {
    const [name, id] = [unique("Double"), randomUUID()];
    const known = await made({ name: unique("Had") });
    const csv = [
      "id,external_id,name,country,email",
      `${id},,,XX,nobody`,
      `,,${name},,`,
      `,,${name.toUpperCase()},,`,
      `${known},,${unique("Had")},,`,
      `${known},,,,nobody`,
    ].join("\n");
    const { rows } = await planned(csv);
    expect(rows[0]?.faults.map(({ field }) => field)).toEqual(["email", "id", "country"]);
    expect(rows.slice(1, 3).map(({ action, warning }) => [action, warning])).toEqual([
      ["create", "Line 4 adds a customer of this name too"],
      ["create", "Line 3 adds a customer of this name too"],
    ]);
    expect(rows[4]?.faults.map(({ field }) => field)).toEqual(["email", null]);
  });

  it("takes an export as it is and finds nothing to do", async () => {
    const name = unique("Round trip");
    await made({ name, phone: "+351 21 000 00 00", description: 'one\ntwo, "three"', country: "PT" });
    await made({ name: `'=${name}`, city: "''+1", first_name: "-1", last_name: "'s", state: "'@" });
    const { text } = await ask("GET", `/customers/export?q=${encodeURIComponent(name)}`);
    const { rows } = await planned(text);
    expect(rows.map(({ action, faults, changes }) => ({ action, faults, changes }))).toEqual([
      { action: "skip", faults: [], changes: [] },
      { action: "skip", faults: [], changes: [] },
    ]);
  });

  it("empties a field where a cell says so, and leaves it where a cell says nothing", async () => {
    const name = unique("Emptied");
    const id = await made({ name, city: "Porto", email: "a@b.example", country: "PT", external_id: randomUUID() });
    const csv = `id,city,email,country,external_id,zip\n${id},<empty>,<EMPTY>,<empty>,<empty>,\n`;
    const { rows, plan } = await planned(csv);
    expect(rows[0]).toMatchObject({ action: "change", faults: [] });
    expect(rows[0]?.changes).toContainEqual({ field: "city", from: "Porto", to: "" });
    expect(rows[0]?.changes).toHaveLength(4);
    await imported(csv, plan);
    expect(await customer(id)).toMatchObject({ name, city: "", email: "", country: "", external_id: null });
    expect((await planned(`id,name\n${id},<empty>\n`)).rows).toMatchObject([
      { action: "error", faults: [{ field: "name" }] },
    ]);
  });

  it("reads a file of megabytes, with letters of several bytes", async () => {
    const description = "ağaç 林 ".repeat(40);
    const lines = Array.from({ length: 3000 }, (_, index) => `Large ${index},${description}${index}`);
    const { rows, counts } = await planned(["name,description", ...lines].join("\n"));
    expect(counts).toMatchObject({ create: 3000, error: 0 });
    expect(rows.at(-1)?.changes).toContainEqual({ field: "description", from: "", to: `${description}2999` });
  });

  it("reads semicolons and counts lines through quoted breaks", async () => {
    const { rows } = await planned(`name;description\n${unique("A")};"one\ntwo"\n${unique("B")};\n`);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ["nothing but a head", "name,city\n"],
    ["an open quotation mark", 'name\n"Acme'],
    ["a column twice", "name,name\nA,B\n"],
    ["more columns than a file can mean", `${Array.from({ length: 200_000 }, (_, n) => n).join(",")}\nA\n`],
    ["too many rows", `name\n${"x\n".repeat(20_001)}`],
  ])("refuses %s", async (_, csv) => {
    const { status, json } = await ask("POST", "/imports/plan", { csv });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ pointer: "/csv" }]);
  });

  it("does not know another reseller's customers", async () => {
    const id = await made({ name: unique("Ours"), external_id: randomUUID() });
    const { json } = await ask("POST", "/imports/plan", { csv: `id,city\n${id},Braga\n` }, "other");
    expect(json.rows).toMatchObject([{ action: "error", customer_id: null, name: "" }]);
  });
});

describe("an import", () => {
  it("does what was planned, in more than one step, and leaves faulty rows out", async () => {
    const city = unique("Town");
    const rows = Array.from({ length: 120 }, (_, index) => `Bulk ${index},${city}`);
    const csv = ["name,city", ...rows, ",Nameless"].join("\n");
    const { plan, counts } = await planned(csv);
    expect(counts).toMatchObject({ create: 120, error: 1 });
    const result = await imported(csv, plan);
    expect(result).toMatchObject({ status: "DONE", total: 120, done: 120, faults: [] });
    const audit = (await found("Bulk 119")).filter((one) => one.city === city);
    expect(audit).toHaveLength(1);
  });

  it("is done once, however many take it up", async () => {
    const city = unique("Once");
    const csv = ["name,city", ...Array.from({ length: 120 }, (_, index) => `Once ${index},${city}`)].join("\n");
    const { json } = await ask("POST", "/imports", { csv });
    await Promise.all([resumeJobs(), resumeJobs()]);
    expect(await ended(json.id)).toMatchObject({ status: "DONE", done: 120, faults: [] });
    const { json: list } = await ask("GET", "/customers?q=Once&limit=200");
    expect((list.items as Json[]).filter((one) => one.city === city)).toHaveLength(120);
  });

  it("refuses a plan that is no longer true", async () => {
    const id = await made({ name: unique("Moving"), city: "Porto" });
    const csv = `id,city\n${id},Lisboa\n`;
    const { plan } = await planned(csv);
    await ask("PATCH", `/customers/${id}`, { zip: "4000" });
    expect((await ask("POST", "/imports", { csv, plan })).status).toBe(412);
    expect(await customer(id)).toMatchObject({ city: "Porto" });
  });

  it("refuses a file that would do nothing", async () => {
    const id = await made({ name: unique("Still"), city: "Porto" });
    expect((await ask("POST", "/imports", { csv: `id,city\n${id},Porto\n` })).status).toBe(422);
  });

  it("is refused while the same is being done, and done once", async () => {
    const city = unique("Twice");
    const csv = ["name,city", ...Array.from({ length: 60 }, (_, index) => `Twice ${index},${city}`)].join("\n");
    const { plan } = await planned(csv);
    const replies = await Promise.all(Array.from({ length: 5 }, () => ask("POST", "/imports", { csv, plan })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([202, 409, 409, 409, 409]);
    await settleJobs();
    const { json } = await ask("GET", `/customers?q=Twice&limit=200`);
    expect((json.items as Json[]).filter((one) => one.city === city)).toHaveLength(60);
  });

  it("makes no second customer of an external id that came up meanwhile", async () => {
    const external = randomUUID();
    const csv = () => `name,external_id\n${unique("Meanwhile")},${external}\n`;
    const both = await Promise.all([ask("POST", "/imports", { csv: csv() }), ask("POST", "/imports", { csv: csv() })]);
    const results = [await ended(both[0].json.id), await ended(both[1].json.id)];
    expect(results.map(({ failed }) => failed).toSorted()).toEqual([0, 1]);
    expect(results.flatMap(({ faults }) => faults)).toMatchObject([{ line: 2 }]);
    expect(await found(external)).toHaveLength(1);
  });

  it("ends when the key that asked for it is revoked, and can be undone", async () => {
    const city = unique("Revoked");
    const permissions = ["customers:read", "customers:write"];
    const made = await ask("POST", "/keys", { name: city, level: "reseller", permissions });
    const { key, secret } = made.json as { key: Json; secret: string };
    const csv = ["name,city", ...Array.from({ length: 400 }, (_, index) => `Gone ${index},${city}`)].join("\n");
    const headers = { authorization: `Bearer ${secret}` };
    const begun = await call(routers.portal, { method: "POST", url: "/api/v1/imports", headers, body: { csv } });
    const { id } = begun.json as Import;
    const progress = async () => (await ask("GET", `/imports/${id}`)).json as unknown as Import;
    while ((await progress()).done === 0) await new Promise(setImmediate);
    await ask("DELETE", `/keys/${key.id}`);
    const stopped = await ended(id);
    expect(stopped).toMatchObject({ status: "ERROR", error: "The key that asked for it is revoked" });
    expect(stopped.done).toBeLessThan(400);
    expect(stopped.undo_until).not.toBeNull();
    const undone = await ended((await ask("POST", `/imports/${id}/undo`)).json.id);
    expect(undone).toMatchObject({ status: "DONE", total: stopped.done, failed: 0 });
    expect((await found(`Gone`)).filter((one) => one.city === city)).toEqual([]);
  });

  it("is left by a server that stops, and finished by the next one", async () => {
    const city = unique("Left");
    const child = spawn("node", ["--import", "tsx", "lib/testing/import-and-leave.ts", city]);
    let [id, said] = ["", ""];
    child.stdout.on("data", (part) => {
      id += part;
    });
    child.stderr.on("data", (part) => {
      said += part;
    });
    const [code] = await event(child, "close");
    expect(code, said).toBe(0);
    const left = (await ask("GET", `/imports/${id}`)).json as unknown as Import;
    expect(left).toMatchObject({ status: "WAITING", total: 200 });
    expect(left.done).toBeLessThan(200);
    await resumeJobs();
    expect(await ended(id)).toMatchObject({ status: "DONE", done: 200, failed: 0 });
    const { json } = await ask("GET", "/customers?q=Left&limit=200");
    expect((json.items as Json[]).filter((one) => one.city === city)).toHaveLength(200);
  });

  it("is not taken up anew by the server that runs it, however long it runs", async () => {
    const csv = ["name", ...Array.from({ length: 200 }, () => unique("Long"))].join("\n");
    await resumeJobs();
    const { id } = (await ask("POST", "/imports", { csv })).json;
    const startedAt = async () =>
      (
        await client()
          .reader.select()
          .from(jobs)
          .where(eq(jobs.id, String(id)))
      )[0];
    while ((await startedAt())?.status !== "RUNNING") await new Promise(setImmediate);
    const before = (await startedAt())?.startedAt;
    vi.useFakeTimers({ toFake: ["Date"], now: later(new Date(), minutes(2)) });
    await resumeJobs().finally(() => vi.useRealTimers());
    expect((await startedAt())?.startedAt).toEqual(before);
    expect(await ended(id)).toMatchObject({ status: "DONE", done: 200 });
  });

  it("is not another reseller's to see", async () => {
    const { id } = await imported(`name\n${unique("Private")}\n`);
    expect((await ask("GET", `/imports/${id}`, undefined, "other")).status).toBe(404);
    expect((await ask("POST", `/imports/${id}/undo`, undefined, "other")).status).toBe(404);
  });
});

describe("undoing", () => {
  it("takes back what nobody has changed since, and says what it left", async () => {
    const [kept, back] = [
      await made({ name: unique("Kept"), city: "A" }),
      await made({ name: unique("Back"), city: "A" }),
    ];
    const [gone, used] = [unique("Gone"), unique("Used")];
    const { id } = await imported(`id,name,city\n${kept},,B\n${back},,B\n,${gone},B\n,${used},B\n`);
    await ask("PATCH", `/customers/${kept}`, { city: "C" });
    const [inUse] = await found(used);
    await ask("PATCH", `/customers/${inUse?.id}`, { status: "ACTIVE" });

    expect((await ask("GET", `/imports/${id}/undo`)).json).toEqual({ deleted: 1, restored: 1, kept: 2 });
    expect((await ask("GET", `/imports/${id}/undo`, undefined, "other")).status).toBe(404);

    const { status, json } = await ask("POST", `/imports/${id}/undo`);
    expect(status).toBe(202);
    const undone = await ended(json.id);
    expect(undone).toMatchObject({ status: "DONE", undoes_id: id, total: 4, done: 4 });
    expect(undone.faults.map(({ line }) => line).sort()).toEqual([2, 5]);
    expect(await customer(kept)).toMatchObject({ city: "C" });
    expect(await customer(back)).toMatchObject({ city: "A" });
    expect(await found(gone)).toEqual([]);
    expect(await found(used)).toHaveLength(1);

    expect(await ended(id)).toMatchObject({ undo_id: undone.id, undo_until: null });
    const again = await ask("POST", `/imports/${id}/undo`);
    expect(again.status).toBe(409);
    expect((await ask("GET", `/imports/${id}/undo`)).status).toBe(409);
    expect((await ask("POST", `/imports/${undone.id}/undo`)).status).toBe(409);
  });

  it("counts what it would do beforehand, rows that were not written left out", async () => {
    const back = await made({ name: unique("Back"), city: "A" });
    const gone = await made({ name: unique("Gone"), city: "A" });
    const many = Array.from({ length: 520 }, (_, i) => `,Many ${i},B`);
    const { id } = await imported(`id,name,city\n${[`${back},,B`, `${gone},,B`, ...many, ",,B"].join("\n")}\n`);
    expect((await ask("DELETE", `/customers/${gone}`)).status).toBeLessThan(300);
    expect((await ask("GET", `/imports/${id}/undo`)).json).toEqual({ deleted: 520, restored: 1, kept: 1 });
  });

  it("leaves a customer that anybody worked on, whatever they did", async () => {
    const works: [string, (id: string) => Promise<{ status: number }>][] = [
      ["limit", (id) => ask("PUT", `/customers/${id}/concurrency-limit`, { limit: 3 })],
      [
        "key",
        (id) => ask("POST", "/keys", { name: "K", level: "customer", permissions: ["jobs:read"], customer_id: id }),
      ],
      ["capacity", (id) => ask("POST", `/customers/${id}/capacity`, { side: "available", unit_type: "CU", amount: 1 })],
      ["domain", (id) => ask("POST", `/customers/${id}/domains`, { name: `${randomUUID()}.example` })],
    ];
    const names = works.map(([what]) => unique(what));
    const untouched = unique("untouched");
    const { id } = await imported(["name", ...names, untouched].join("\n"));
    for (const [index, [what, work]] of works.entries()) {
      const [customer] = await found(names[index] ?? "");
      expect((await work(String(customer?.id))).status, what).toBeLessThan(300);
    }
    const undone = await ended((await ask("POST", `/imports/${id}/undo`)).json.id);
    expect(undone.faults.map(({ line }) => line).sort()).toEqual([2, 3, 4, 5]);
    for (const name of names) expect(await found(name), name).toHaveLength(1);
    expect(await found(untouched)).toEqual([]);
  });

  it("is over after a day, when what it would need is forgotten", async () => {
    const { id } = await imported(`name\n${unique("Yesterday")}\n`);
    const kept = () => client().reader.select().from(importSteps).where(eq(importSteps.jobId, id));
    await forgetImports(later(new Date(), hours(23)));
    expect(await kept()).toHaveLength(1);
    await forgetImports(later(new Date(), hours(25)));
    expect(await kept()).toEqual([]);
    const [job] = await client().reader.select().from(jobs).where(eq(jobs.id, id));
    expect(job?.input).toBeNull();
  });
});
