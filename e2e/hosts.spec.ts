import { randomUUID } from "node:crypto";
import { request as send } from "node:http";
import { expect, test } from "@playwright/test";
import type { Contract, Example } from "../lib/api/contract";
import { fillIn } from "../lib/api/openapi";
import { routers } from "../lib/api/surfaces";
import { start, stop } from "../lib/run/child";
import { freePort } from "../lib/run/free-port";
import { demo } from "../lib/testing/demo";
import { headersOf } from "../lib/testing/world";
import { type OwnServer, ownServer } from "./own-server";

/** The server in front of Next and Next's own routes answer the same bytes: one contract, two hosts. */

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Headers of the connection and of the moment, not of the answer. */
const passing = ["date", "connection", "keep-alive", "transfer-encoding", "content-length", "vary"];

/** Over node:http, since fetch would tidy the path. */
function ask(url: string, { method, path, headers, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, method, path, headers }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      reply.once("end", () => {
        const kept = Object.entries(reply.headers)
          .filter(([name]) => !passing.includes(name))
          .sort(([a], [b]) => (a < b ? -1 : 1));
        resolve({ status: reply.statusCode ?? 0, headers: Object.fromEntries(kept), text });
      });
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** What two calls of the same operation cannot share: new ids, moments, secrets. */
const scrub = ({ status, headers, text }: Answer): string =>
  JSON.stringify({ status, headers, text })
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "ID")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?/g, "INSTANT")
    // Each process tells the others within a minute of what it has seen.
    .replace(/(last_(?:activity|used)_at\\":)(null|\\"INSTANT\\")/g, "$1SEEN")
    .replace(/,INSTANT,(INSTANT)?,/g, ",INSTANT,SEEN,")
    .replace(/\b\d{13}\b/g, "INSTANT")
    // Both hosts change the same things, one after the other.
    .replace(/("etag":"\\"|\\"version\\":)\d+/g, "$1N")
    .replace(/Disposable [0-9a-f]{8}/g, "Disposable")
    .replace(/XI[0-9A-F]{32}/g, "KEY")
    .replace(/eyJ[\w.-]+/g, "TOKEN")
    .replace(/(\\"(?:password|hint)\\":\\")[^"\\]+/g, "$1SECRET");

function requestOf(
  { method, path, body, consumes }: Contract,
  example: Example,
  headers: Record<string, string>,
): Sent {
  const query = new URLSearchParams(example.query as Record<string, string>).toString();
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(example.params?.[name] ?? ""));
  const type = consumes?.[0] ?? "application/json";
  const form = type === "application/x-www-form-urlencoded";
  return {
    method,
    path: query ? `${filled}?${query}` : filled,
    headers: { ...headers, ...(body ? { "content-type": type } : {}) },
    ...(body
      ? {
          body: form
            ? new URLSearchParams(example.body as Record<string, string>).toString()
            : JSON.stringify(example.body),
        }
      : {}),
  };
}

test.describe("two hosts", () => {
  test.describe.configure({ mode: "serial" });
  let front: OwnServer;
  let next: { url: string; stop: () => Promise<void> };

  test.beforeAll(async ({ baseURL: _ }, { project }) => {
    test.setTimeout(180_000);
    front = await ownServer(project.name);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const child = start(
      ["next", "start", "-p", String(port), "-H", "127.0.0.1"],
      { DATABASE_URL: front.databaseUrl, NEXTAUTH_SECRET: front.secret, NEXTAUTH_URL: front.url, LOG_LEVEL: "warn" },
      "inherit",
    );
    await expect
      .poll(
        () =>
          fetch(`${url}/readyz`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
    next = { url, stop: () => stop(child) };
    process.env.DEMO_CREDENTIALS = front.credentials;
  });

  test.afterAll(async () => {
    await next?.stop();
    await front?.remove();
  });

  /** What examples speak of, asked of the portal itself: a journey has no database at hand. */
  async function placeholders(): Promise<Record<string, string>> {
    const { csps, resellers, users, keys, customers, providers, userGroups } = demo(front.credentials);
    const showcase = customers.find((customer) => customer.showcase);
    const admin = users.find(({ role }) => role === "reseller_admin");
    const key = keys.find(({ name }) => name === "reseller-a");
    const get = async (surface: "ormuco" | "imco", path: string, body?: object) => {
      const headers = { ...headersOf(surface, "reseller"), "content-type": "application/json" };
      const made = body ? { method: "POST", body: JSON.stringify(body) } : { method: "GET" };
      return JSON.parse((await ask(front.url, { path, headers, ...made })).text);
    };
    const { projects } = await get("ormuco", `/reseller/account/v1/clients/${showcase?.id}/projects/`);
    const name = `Disposable ${randomUUID().slice(0, 8)}`;
    return {
      customer: showcase?.id ?? "",
      customerName: name,
      disposable: (await get("imco", "/v3/admin/customers", { name })).id,
      disposableDomain: `${randomUUID()}.example`,
      deleted: randomUUID(),
      connected: randomUUID(),
      import: randomUUID(),
      project: projects[0].id,
      provider: projects[0].provider,
      microsoft: providers.find(({ kind }) => kind === "microsoft")?.id ?? "",
      group: userGroups.find(({ resellerId }) => resellerId === resellers[0]?.id)?.id ?? "",
      login: admin?.email ?? "",
      password: admin?.password ?? "",
      keyId: key?.keyId ?? "",
      key: key?.key ?? "",
      reseller: resellers[0]?.id ?? "",
      domain: csps[0]?.domain ?? "",
      random: randomUUID(),
    };
  }

  /** A read is made twice as it is; a write of the second host speaks of things of its own. */
  async function expectSame(make: () => Promise<Sent>, writes = false): Promise<void> {
    const sent = await make();
    const told = { ...sent, headers: { ...sent.headers, "x-request-id": "same", "x-correlation-id": "same" } };
    const ours = await ask(front.url, told);
    const again = writes ? { ...(await make()), headers: told.headers } : told;
    const theirs = await ask(next.url, again);
    expect.soft(scrub(theirs), `${sent.method} ${sent.path}`).toBe(scrub(ours));
  }

  for (const { surface, endpoints } of Object.values(routers)) {
    test(`answer the same to every operation of ${surface.name}`, async () => {
      test.setTimeout(120_000);
      for (const { contract } of endpoints) {
        const caller = (contract.levels ?? surface.levels).includes("reseller") ? "reseller" : "csp";
        const make = async () =>
          requestOf(
            contract,
            fillIn(contract.examples[0] ?? {}, await placeholders()),
            headersOf(surface.name, caller),
          );
        await expectSame(
          make,
          [contract.needs].flat().some((permission) => permission?.endsWith(":write")),
        );
        await expectSame(async () => ({ ...(await make()), headers: {} }));
      }
    });
  }

  test("the one in front knows a first segment in any case, where its surface does", async () => {
    const headers = headersOf("cockpit", "reseller");
    for (const path of ["/v1/customers?pageSize=1", "/V1/CUSTOMERS/?PAGESIZE=1"]) {
      expect((await ask(front.url, { method: "GET", path, headers })).status, path).toBe(200);
    }
    const imco = headersOf("imco", "reseller");
    expect((await ask(front.url, { method: "GET", path: "/V3/admin/customers", headers: imco })).status).toBe(404);
  });

  test("answer the same to what is odd in a path, a method or a body", async () => {
    const imco = headersOf("imco", "reseller");
    const odd: Partial<Sent>[] = [
      { path: "/v3" },
      { path: "/v3/" },
      { path: "/v3/nowhere" },
      { path: "/v3/admin/customers/" },
      { path: "/v3/admin/customers/%00" },
      { path: "/v3/admin/customers/%F0%9F%9A%80" },
      { path: "/v3/admin/customers?per_page=0" },
      { path: "/v3/admin/customers?page=1&page=2" },
      { path: "/customers/a%2Fb%3Fc%23d%25" },
      { path: "/customers/no%20such%20name" },
      { path: "/tenants/self/" },
      { path: "/customers" },
      { path: "/v3/admin/customers", method: "PATCH" },
      { path: "/v3/admin/customers", method: "HEAD" },
      { path: "/v3/admin/customers", method: "OPTIONS" },
      { path: "/v3/admin/customers", method: "POST", body: "{" },
      { path: "/v3/admin/customers", method: "POST", body: "[]" },
      { path: "/v3/admin/customers", method: "POST", body: "<a/>", headers: { ...imco, "content-type": "text/xml" } },
      { path: "/v3/admin/customers", method: "POST", body: " ".repeat(1024 * 1024 + 1) },
    ];
    for (const each of odd) {
      await expectSame(async () => ({
        method: "GET",
        path: "/",
        headers: { ...imco, ...(each.body === undefined ? {} : { "content-type": "application/json" }) },
        ...each,
      }));
    }
  });
});
