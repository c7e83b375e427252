import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { billingPlans, capacityEntries, customers, providerAccounts, settings } from "@/db/schema";
import { attentions } from "../../core/lists";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { routers } from "../surfaces";

interface Page {
  items: { id: string }[];
  total: number;
  next: string | null;
}
type Facets = Record<string, { value: string; count: number }[]>;

const keyOf = (name: string) => demo().keys.find((key) => key.name === name)?.key ?? "";
async function ask<T>(method: string, path: string, body?: unknown, key = "reseller-a"): Promise<T> {
  const headers = { authorization: `Bearer ${keyOf(key)}` };
  const { status, json, text } = await call(routers.portal, { method, url: `/api/v1${path}`, body, headers });
  expect(status, text).toBeLessThan(300);
  return json as T;
}
const listed = async (query: string, key?: string): Promise<string[]> => {
  const { items, total } = await ask<Page>("GET", `/customers?limit=200&${query}`, undefined, key);
  expect(items).toHaveLength(total);
  return items.map(({ id }) => id);
};
const needs = async (id: string) => {
  const found = [];
  for (const what of attentions) if ((await listed(`attention=${what}&q=${id}`)).includes(id)) found.push(what);
  return found;
};
const make = (details: object = {}) =>
  ask<{ id: string }>("POST", "/customers", { name: `Attention ${randomUUID()}`, ...details });

/** Straight from the rows that each is about. */
async function expected(): Promise<Record<(typeof attentions)[number], string[]>> {
  const db = client().reader;
  const resellerId = demo().resellers[0]?.id ?? "";
  const there = and(eq(customers.resellerId, resellerId), isNull(customers.deletedAt));
  const limits = await db
    .select({ id: customers.id, limit: settings.value, plan: billingPlans.concurrency })
    .from(customers)
    .innerJoin(settings, eq(settings.customerId, customers.id))
    .innerJoin(billingPlans, eq(billingPlans.id, customers.billingPlanId))
    .where(there);
  const accounts = await db
    .select({ id: customers.id })
    .from(customers)
    .innerJoin(providerAccounts, eq(providerAccounts.customerId, customers.id))
    .where(and(there, eq(providerAccounts.state, "error")));
  const entries = await db
    .select({ id: customers.id, side: capacityEntries.side, type: capacityEntries.unitType, n: capacityEntries.amount })
    .from(customers)
    .innerJoin(capacityEntries, eq(capacityEntries.customerId, customers.id))
    .where(there);
  const left = new Map<string, number>();
  for (const { id, side, type, n } of entries) {
    left.set(`${id} ${type}`, (left.get(`${id} ${type}`) ?? 0) + (side === "available" ? n : -n));
  }
  const over = [...left].filter(([, rest]) => rest < 0).map(([key]) => key.split(" ")[0] ?? "");
  const near = limits.filter(({ limit, plan }) => plan !== null && Number(limit) >= plan * 0.9 - 1e-9);
  const unique = (ids: string[]) => [...new Set(ids)].sort();
  return {
    accounts_in_error: unique(accounts.map(({ id }) => id)),
    limit_near_plan: unique(near.map(({ id }) => id)),
    capacity_over_allocated: unique(over),
  };
}

describe("the customers that need attention", () => {
  it.each(attentions)("are listed, counted and exported: %s", async (what) => {
    const ids = (await expected())[what];
    expect(ids.length).toBeGreaterThan(0);
    expect((await listed(`attention=${what}`)).sort()).toEqual(ids);
    const facets = await ask<Facets>("GET", "/customers/facets");
    expect(facets.attention?.find(({ value }) => value === what)?.count).toBe(ids.length);
    const url = `/api/v1/customers/export?attention=${what}`;
    const headers = { authorization: `Bearer ${keyOf("reseller-a")}` };
    const { text } = await call(routers.portal, { method: "GET", url, headers });
    const exported = text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
    expect(exported.sort()).toEqual(ids);
  });

  it("are found by any of several reasons, together with what else is asked for", async () => {
    const all = await expected();
    const some = [...new Set([...all.accounts_in_error, ...all.limit_near_plan])].sort();
    expect((await listed("attention=accounts_in_error,limit_near_plan")).sort()).toEqual(some);
    const active = new Set(await listed("status=ACTIVE"));
    const both = some.filter((id) => active.has(id));
    expect((await listed("attention=accounts_in_error,limit_near_plan&status=ACTIVE")).sort()).toEqual(both);
    const facets = await ask<Facets>("GET", "/customers/facets?attention=accounts_in_error,limit_near_plan");
    expect(facets.status?.find(({ value }) => value === "ACTIVE")?.count).toBe(both.length);
    expect(facets.attention?.map(({ value }) => value).sort()).toEqual([...attentions].sort());
  });

  it("come and go with their limits and plans", async () => {
    const { items } = await ask<{ items: { id: string; concurrency: number | null }[] }>("GET", "/plans");
    const plan = items.find(({ concurrency }) => concurrency !== null && concurrency >= 10);
    const most = plan?.concurrency ?? 0;
    const near = Math.ceil(most * 0.9);
    const { id } = await make();
    const limit = (value: number) => ask("PUT", `/customers/${id}/concurrency-limit`, { limit: value });
    await limit(near);
    expect(await needs(id)).toEqual([]);
    await ask("PATCH", `/customers/${id}`, { billing_plan_id: plan?.id });
    expect(await needs(id)).toEqual(["limit_near_plan"]);
    await limit(near - 1);
    expect(await needs(id)).toEqual([]);
    await limit(most * 2);
    expect(await needs(id)).toEqual(["limit_near_plan"]);
    await ask("DELETE", `/customers/${id}/concurrency-limit`);
    expect(await needs(id)).toEqual([]);
  });

  it("come and go with their capacity, and with themselves", async () => {
    const { id } = await make();
    const add = (side: string, amount: number) =>
      ask("POST", `/customers/${id}/capacity`, { side, unit_type: "CU", amount });
    await add("available", 5);
    await add("consumed", 5);
    expect(await needs(id)).toEqual([]);
    await add("consumed", 1);
    expect(await needs(id)).toEqual(["capacity_over_allocated"]);
    await ask("DELETE", `/customers/${id}`);
    expect(await needs(id)).toEqual([]);
    expect(await listed(`attention=capacity_over_allocated&deleted=true&q=${id}`)).toEqual([id]);
    await ask("POST", `/customers/${id}/restore`);
    expect(await needs(id)).toEqual(["capacity_over_allocated"]);
    await add("available", 1);
    expect(await needs(id)).toEqual([]);
  });

  it("are shown to their own reseller and its CSP alone", async () => {
    const { id } = await make();
    await ask("POST", `/customers/${id}/capacity`, { side: "consumed", unit_type: "CU", amount: 5 });
    const query = `attention=capacity_over_allocated&q=${id}`;
    expect(await listed(query)).toEqual([id]);
    expect(await listed(query, "csp")).toEqual([id]);
    expect(await listed(query, "reseller-b")).toEqual([]);
    expect(await listed(query, "other-csp")).toEqual([]);
  });

  it("are asked for by reasons that there are", async () => {
    const headers = { authorization: `Bearer ${keyOf("reseller-a")}` };
    const url = "/api/v1/customers?attention=accounts_in_error,boredom";
    const { status, json } = await call(routers.portal, { method: "GET", url, headers });
    expect([status, (json as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, "/attention/1"]);
  });
});
