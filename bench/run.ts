import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoCredentials } from "../lib/testing/demo";
import { type Server, startServer } from "./servers";
import { wholeList } from "./whole-list";

/** `npm run bench`: each hot path on three servers in turns, as server CPU a request; then the whole list of 100,000. */

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const REQUESTS = Number(process.env.REQUESTS ?? 400);
const CALLERS = 8;
const CUSTOMERS = Number(process.env.CUSTOMERS ?? 100_000);

export interface Shot {
  method?: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });

/** One request; fails on any status of 400 or more, since a fast failure would look like speed. */
function fire(url: string, { method = "GET", path, headers, body }: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent }, (reply) => {
      reply.resume();
      reply.once("end", () =>
        (reply.statusCode ?? 500) < 400 ? resolve() : reject(new Error(`${method} ${path}: ${reply.statusCode}`)),
      );
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

async function volley(url: string, shot: (index: number) => Shot, total: number): Promise<void> {
  let next = 0;
  const caller = async () => {
    for (let index = next++; index < total; index = next++) await fire(url, shot(index));
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

/** CPU microseconds a request. */
async function measure(server: Server, shot: (index: number) => Shot, total: number): Promise<number> {
  const before = await server.usage();
  await volley(server.url, shot, total);
  return ((await server.usage()).cpu - before.cpu) / total;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
const secret = "a secret of the bench, long enough to sign with";
const env = { DATABASE_URL: `file:${folder}/bench.db`, NEXTAUTH_SECRET: secret };

function prepare(): DemoCredentials {
  if (!existsSync(".next/BUILD_ID")) throw new Error("Run `npm run build` first: the bench measures the built portal.");
  const file = join(folder, "credentials.json");
  const made = spawnSync(process.execPath, ["--import", "tsx", "bench/seed.ts", file, String(CUSTOMERS)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (made.status !== 0) throw new Error("The data for the bench could not be made.");
  return JSON.parse(readFileSync(file, "utf8")) as DemoCredentials;
}

const data = prepare();
const keyed = (name: string) => data.keys.find((key) => key.name === name);
const key = keyed("reseller-a")?.key ?? "";
const showcase = data.customers.find((customer) => customer.showcase);
const bearer = { authorization: `Bearer ${key}` };
const mine = data.customers.filter(({ resellerId }) => resellerId === showcase?.resellerId).slice(0, 500);

const paths: Record<string, (index: number) => Shot> = {
  "read one": (index) => ({ path: `/v3/admin/customers/${mine[index % mine.length]?.id}`, headers: bearer }),
  "page of 50": (index) => ({ path: `/v3/admin/customers?page=${1 + (index % 5)}&per_page=50`, headers: bearer }),
  create: (index) => ({
    method: "POST",
    path: "/v3/admin/customers",
    headers: { ...bearer, "content-type": "application/json" },
    body: JSON.stringify({ name: `Bench customer ${index}` }),
  }),
  "client resources": () => ({
    path: `/reseller/account/v1/clients/${showcase?.id}/resources/`,
    headers: { "x-reseller-api-key": key },
  }),
  "concurrency limit": () => ({ path: `/customers/${showcase?.id}/concurrency-limit`, headers: bearer }),
};

const servers = [
  await startServer("bare", "bench/bare.ts", [], env),
  await startServer("portal", "lib/run/start.ts", [], env),
  await startServer("next route", "node_modules/next/dist/bin/next", ["start", "-p", "PORT"], env),
];

try {
  const rows: Record<string, string>[] = [];
  for (const [name, shot] of Object.entries(paths)) {
    for (const server of servers) await volley(server.url, shot, 200);
    const took = new Map<string, number[]>(servers.map((server) => [server.name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const server of servers) took.get(server.name)?.push(await measure(server, shot, REQUESTS));
    }
    const [bare = 1, portal = 0, route = 0] = servers.map((server) => median(took.get(server.name) ?? []));
    rows.push({
      path: name,
      "bare µs": bare.toFixed(0),
      "portal µs": portal.toFixed(0),
      "next route µs": route.toFixed(0),
      "portal / bare": (portal / bare).toFixed(2),
      "next route / portal": (route / portal).toFixed(1),
    });
  }
  process.stdout.write(`\nServer CPU a request, median of ${ROUNDS} rounds of ${REQUESTS}, ${CUSTOMERS} customers\n\n`);
  print(rows);
  const portal = servers.find(({ name }) => name === "portal");
  if (portal) print([await wholeList(portal, bearer)]);
} finally {
  agent.destroy();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function print(rows: Record<string, string>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(line(columns) + line(columns.map(() => "---")));
  for (const row of rows) process.stdout.write(line(columns.map((column) => row[column] ?? "")));
  process.stdout.write("\n");
}
