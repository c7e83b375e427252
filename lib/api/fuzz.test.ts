import { describe, expect, it } from "vitest";
import { Rng } from "../../db/seed/rng";
import { call } from "../testing/call";
import { headersOf, placeholders } from "../testing/world";
import { fillIn } from "./openapi";
import type { Router } from "./router";
import { routers } from "./surfaces";

/** Requests bent in every way that we could think of, the same ones each time: none may break a server or tell of it. */

const REQUESTS = 3000;

const nasty: unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  4_294_967_296,
  0.1,
  "",
  " ",
  "\u0000",
  "\ud800",
  "a".repeat(70_000),
  `a${"\u0301\u0323".repeat(200_000)}`,
  "😀".repeat(300),
  "' or 1=1 --",
  "{{7*7}}",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "self",
  "01932b3c-7f10-7a52-9d3e-1c5b8a4e2f60",
  "%",
  "NaN",
  "9999-99-99T99:99:99Z",
  [],
  [[[]]],
  {},
  { __proto__: { admin: true } },
  JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}'),
  { a: { b: { c: {} } } },
];

const paths = [
  "%",
  "%00",
  "%2F",
  "%ff",
  "%F0%9F%9A%80",
  "..%2f..",
  "x".repeat(5000),
  "self",
  "0",
  "__proto__",
  "constructor",
];
const queries = [
  "a=1&a=2",
  "=",
  "&&&",
  "%",
  "cursor=!!!",
  "page=-1",
  "per_page=1e9",
  "q=%00",
  "limit=0",
  "__proto__=1",
];
const types = [
  "application/json",
  "application/x-www-form-urlencoded",
  "text/plain",
  "multipart/form-data; boundary=x",
  "",
];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"];

const leaks =
  /SQLITE_|DrizzleQuery|node_modules|\.ts:\d+|\bat [\w.]+ \(|select .+ from|insert into|secret_hash|password_hash|better-sqlite3|postgres:\/\//i;

describe("3,000 mutated requests", () => {
  it("are all answered below 500 and tell nothing of the inside", async () => {
    const random = new Rng(20_261_121);
    const pick = <T>(from: readonly T[]): T => random.pick(from);
    const all: Router[] = Object.values(routers);
    const values = await placeholders();
    const failures: string[] = [];

    const bend = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null || random.chance(0.2)) return pick(nasty);
      const entries = Object.entries(value);
      if (entries.length === 0) return { [pick(["name", "limit", "x", "__proto__"])]: pick(nasty) };
      const [at] = pick(entries);
      const bent = entries.map(([key, inner]) => [key, key === at ? bend(inner) : inner]);
      return Array.isArray(value) ? bent.map(([, inner]) => inner) : Object.fromEntries(bent);
    };

    for (let count = 0; count < REQUESTS; count++) {
      const router = pick(all);
      const { contract, surface } = pick(router.endpoints);
      const example = fillIn(pick(contract.examples.length > 0 ? contract.examples : [{}]), values);
      let url = contract.path.replace(/\{(\w+)\}/g, (_, name) =>
        random.chance(0.2) ? pick(paths) : encodeURIComponent(example.params?.[name] ?? ""),
      );
      const query = { ...(example.query as Record<string, string>) };
      for (const name of Object.keys(query)) if (random.chance(0.4)) query[name] = String(JSON.stringify(pick(nasty)));
      const search = new URLSearchParams(query).toString() + (random.chance(0.2) ? `&${pick(queries)}` : "");
      if (random.chance(0.05)) url = `${url}/${pick(paths)}`;
      if (search) url = `${url}?${search}`;
      let body = example.body === undefined ? undefined : JSON.stringify(bend(example.body));
      if (body && random.chance(0.1)) body = body.slice(0, random.int(0, body.length));
      if (random.chance(0.03)) body = "[".repeat(200_000);
      const headers = {
        ...headersOf(
          surface.name,
          pick(["reseller", "reseller", "reseller", "csp", "other", "wrong", "nobody"] as const),
        ),
        "content-type": random.chance(0.1) ? pick(types) : (contract.consumes?.[0] ?? "application/json"),
        ...(random.chance(0.05) ? { [surface.correlationHeader]: pick(["", "x".repeat(500), "ok-1"]) } : {}),
        ...(random.chance(0.05) ? { "if-match": pick(['"1"', "*", "x", 'W/"3"']) } : {}),
      };
      const method = random.chance(0.1) ? pick(methods) : contract.method;
      const reply = await call(router, { method, url, headers, body });
      if (reply.status >= 500 || leaks.test(reply.text)) {
        failures.push(
          `${reply.status} ${method} ${url.slice(0, 300)} ${body?.slice(0, 300)} → ${reply.text.slice(0, 300)}`,
        );
      }
    }
    expect(failures).toEqual([]);
  }, 240_000);
});
