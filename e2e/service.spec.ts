import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { demo } from "../lib/testing/demo";
import { type OwnServer, ownServer } from "./own-server";

/** What an operator relies on: nothing acknowledged is lost, whatever ends the process. */

interface Made {
  status: number;
  id?: string;
}

const creator =
  (url: string, key: string) =>
  async (name: string): Promise<Made> => {
    const reply = await fetch(`${url}/v3/admin/customers`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ name }),
    });
    return { status: reply.status, id: ((await reply.json()) as { id?: string }).id };
  };

const listed = async (url: string, key: string): Promise<Set<string>> => {
  const reply = await fetch(`${url}/v3/admin/customers`, { headers: { authorization: `Bearer ${key}` } });
  return new Set(((await reply.json()) as { id: string }[]).map(({ id }) => id));
};

const keyOf = (file: string) => demo(file).keys.find(({ name }) => name === "reseller-b")?.key ?? "";

test("fifty creates at once are fifty customers", async ({ baseURL }, { project }) => {
  const key = keyOf(project.metadata.credentials);
  const create = creator(baseURL ?? "", key);
  const made = await Promise.all(Array.from({ length: 50 }, (_, index) => create(`At once ${index}`)));
  expect(made.map(({ status }) => status)).toEqual(Array(50).fill(201));
  const there = await listed(baseURL ?? "", key);
  expect(made.filter(({ id }) => !there.has(id ?? ""))).toEqual([]);
});

test.describe("a process of its own", () => {
  let server: OwnServer;
  test.beforeEach(async ({ baseURL: _ }, { project }) => {
    test.setTimeout(180_000);
    server = await ownServer(project.name);
  });
  test.afterEach(() => server.remove());

  /** Creates customers over eight connections until the server is gone; answers what was acknowledged. */
  function writeUntilGone(key: string) {
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    const create = creator(server.url, key);
    const caller = async (at: number) => {
      for (let index = 0; index < 2000; index++) {
        try {
          const { status, id } = await create(`Writer ${at}, customer ${index}`);
          statuses.add(status);
          if (id) acknowledged.push(id);
        } catch {
          return;
        }
      }
    };
    return { acknowledged, statuses, gone: Promise.all(Array.from({ length: 8 }, (_, at) => caller(at))) };
  }

  test("killed while it writes, keeps every write that it acknowledged", async () => {
    const key = keyOf(server.credentials);
    const { acknowledged, gone } = writeUntilGone(key);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(40);
    const exited = once(server.child, "exit");
    server.child.kill("SIGKILL");
    await Promise.all([gone, exited]);
    server = await server.restart();
    const there = await listed(server.url, key);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  });

  test("told to stop, finishes what is under way, closes the database and ends with 0", async () => {
    const key = keyOf(server.credentials);
    const { acknowledged, statuses, gone } = writeUntilGone(key);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
    const list = fetch(`${server.url}/v3/admin/customers`, { headers: { authorization: `Bearer ${key}` } });
    await list;
    const exited = once(server.child, "exit");
    server.child.kill("SIGTERM");
    const [code] = await exited;
    await gone;
    expect(code).toBe(0);
    expect([...statuses]).toEqual([201]);
    expect(Array.isArray(await (await list).json())).toBe(true);
    server = await server.restart();
    const there = await listed(server.url, key);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  });
});

test("production refuses to start without a secret, and says so in one sentence", () => {
  const { NEXTAUTH_SECRET: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [".next/portal/start.mjs"], {
    env: { ...env, PORT: "99999" },
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain("NEXTAUTH_SECRET must be set");
  expect(run.stderr).toContain("PORT must be a number");
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
});

test("health says whether the process lives, readiness whether it can serve", async ({ request }) => {
  expect(await (await request.get("/healthz")).json()).toEqual({ status: "ok" });
  expect(await (await request.get("/readyz")).json()).toEqual({ status: "ok", database: "ok", migrations: "current" });
});

test("pages bear the headers that keep them safe", async ({ request }) => {
  const headers = (await request.get("/sign-in")).headers();
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
  const nonces = new Set<string>();
  for (let count = 0; count < 3; count++)
    nonces.add((await request.get("/sign-in")).headers()["content-security-policy"] ?? "");
  expect(nonces.size).toBe(3);
});
