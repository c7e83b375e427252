import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { forget } from "../../core/process";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { routers } from "../surfaces";

interface Page {
  items: { id: string; name: string }[];
  total: number;
}

const keyOf = (name: string) => demo().keys.find((key) => key.name === name)?.key ?? "";
async function ask<T>(method: string, path: string, body?: unknown, key = "reseller-a"): Promise<T> {
  const headers = { authorization: `Bearer ${keyOf(key)}` };
  const { status, json, text } = await call(routers.portal, { method, url: `/api/v1${path}`, body, headers });
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return json as T;
}

const word = `q${randomUUID().slice(0, 8)}`;
const provider = demo().providers.find(({ kind }) => kind !== "microsoft")?.id ?? "";
const queries = [
  "",
  `q=${word}`,
  `q=${word.slice(0, 3)}`,
  `q=${word}+second`,
  `q=${word}.example`,
  `q=${word}&status=ACTIVE&sort=-created_at`,
  `q=${word}&deleted=true`,
  "status=ACTIVE,CONFIGURED&sort=status",
  `q=${word}&limit=3`,
  `q=${word}&limit=3&sort=-name`,
  "status=ACTIVE&limit=4&sort=-created_at",
  "country=ES,PT&limit=2&sort=country",
  "country=PT,none",
  `provider_id=${provider}&q=${word}`,
  "provider_id=none",
  "agreement=none",
  "attention=limit_near_plan,capacity_over_allocated",
  "deleted=true&sort=-deleted_at",
  `q=${word.slice(0, 2)}&sort=reseller`,
].flatMap((query) => [
  { query, key: "reseller-a" },
  { query, key: "csp" },
]);

/** What the lists say. A person's last call is written past the lists, so it is no part of it. */
const lists = () =>
  Promise.all(
    queries.map(async ({ query, key }) => {
      const { items, total } = await ask<Page>(
        "GET",
        `/customers?${query.includes("limit") ? "" : "limit=200&"}fields=id,name&${query}`,
        undefined,
        key,
      );
      const first = query === "" ? [] : items.map(({ id, name }) => `${id} ${name}`);
      const facets = await ask(
        "GET",
        `/customers/facets?${query.replace(/&?(sort|limit)=[^&]*/g, "")}`,
        undefined,
        key,
      );
      return { query, key, total, first, facets };
    }),
  );

it("follows every kind of write as if all were counted anew", async () => {
  const make = (more: object = {}) =>
    ask<{ id: string }>("POST", "/customers", { name: `${word} ${randomUUID()}`, ...more });
  const one = await make({ country: "PT" });
  const at = `/customers/${one.id}`;
  const others: string[] = [];
  const steps: Record<string, () => Promise<unknown>> = {
    "is made": () => make({ status: "ACTIVE" }),
    "is renamed": () => ask("PATCH", at, { name: `${word} Second` }),
    "is described, which no list tells": () => ask("PATCH", at, { description: "Anything" }),
    "moves to another country": () => ask("PATCH", at, { country: "ES" }),
    "is activated": () => ask("PATCH", at, { status: "ACTIVE" }),
    "gets a domain": () => ask("POST", `${at}/domains`, { name: `${word}.example` }),
    "gets an account": () => ask("POST", `${at}/accounts`, { provider_id: provider, data: {} }),
    "allocates more than it has": () =>
      ask("POST", `${at}/capacity`, { side: "consumed", unit_type: "CU", amount: 9, name: "Much" }),
    "loses its domain": () => ask("DELETE", `${at}/domains/${word}.example`),
    "is deleted": () => ask("DELETE", at),
    "is restored": () => ask("POST", `${at}/restore`),
    "is one of many that are made": async () => {
      for (let n = 0; n < 120; n++) others.push((await make()).id);
    },
    "is one of many that change at once": () =>
      ask("POST", "/customers/bulk", { ids: others, action: "set_status", status: "DISABLED" }),
    "has a reseller of another name": () =>
      ask("PATCH", `/resellers/${demo().resellers[0]?.id}`, { name: `Zephyr ${word}` }, "csp"),
  };
  await lists();
  for (const [what, step] of Object.entries(steps)) {
    await step();
    const followed = await lists();
    forget("remembered");
    expect(followed, what).toEqual(await lists());
  }
});
