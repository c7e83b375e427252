import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { headersOf, placeholders } from "../../testing/world";
import { routers } from "../surfaces";

/** Dates that nobody means are answered as any other mistake, on both databases. */

const instants = [
  "0000-01-01T00:00:00Z",
  "0001-01-01",
  "1899-12-31T23:59:59Z",
  "1900-01-01T00:00:00+14:00",
  "9998-12-31T23:59:59-14:00",
  "9999-12-31T23:59:59-12:00",
  "+010000-01-01T00:00:00Z",
  "-000001-01-01T00:00:00Z",
];
const months = ["0000-01", "0001-01", "1899-12", "1900-01", "9998-12", "9999-12", "2026-13"];

const showcase = () => demo().customers.find((customer) => customer.showcase)?.id ?? "";
const ask = async (method: string, path: string, body?: unknown) => {
  const reply = await call(routers.portal, {
    method,
    url: `/api/v1${path}`,
    headers: headersOf("portal", "reseller"),
    body,
  });
  expect(reply.status, `${method} ${path} ${reply.text}`).toBeLessThan(500);
  return reply;
};

describe("a date far away", () => {
  it.each(instants)("%s is no fault of ours", async (instant) => {
    const at = encodeURIComponent(instant);
    const { connected, microsoft } = await placeholders(["{connected}", "{microsoft}"]);
    await ask("GET", `/customers/${showcase()}/resources?as_of=${at}`);
    await ask("GET", `/customers/${showcase()}/resources/difference?from=${at}&to=${at}`);
    await ask("GET", `/customers/${showcase()}/resources/trend?from=${at}&to=2026-01-01`);
    await ask("GET", `/customers/${showcase()}/resources/trend?from=2026-01-01&to=${at}`);
    await ask("GET", `/audit?from=${at}`);
    await ask("GET", `/audit?to=${at}`);
    await ask("GET", `/audit/export?from=${at}&to=${at}`);
    await ask("POST", "/keys", { name: "Far", level: "reseller", permissions: ["jobs:read"], expires_at: instant });
    const person = { agreement_date: instant, first_name: "A", last_name: "B", email: "a@b.example" };
    const agreed = await ask("POST", `/customers/${connected}/accounts/${microsoft}/agreement`, person);
    expect(agreed.status).toBe(/^1900/.test(instant) ? 200 : 422);
    await ask("GET", `/customers/${connected}/accounts/${microsoft}`);
    await ask("GET", "/keys");
  });

  it.each(months)("the month %s has a usage, or is refused", async (month) => {
    const expected = ["1900-01", "9998-12"].includes(month) ? 200 : 422;
    for (const path of ["usage", "usage/export"]) {
      const { status } = await ask("GET", `/customers/${showcase()}/${path}?month=${month}`);
      expect([path, status]).toEqual([path, expected]);
    }
  });
});

it("keeps a sum of capacity exact, however large its entries", async () => {
  const { disposable } = await placeholders(["{disposable}"]);
  const add = (amount: number) =>
    ask("POST", `/customers/${disposable}/capacity`, { side: "consumed", unit_type: "MU", amount, name: randomUUID() });
  expect((await add(1_000_000_000_001)).status).toBe(422);
  expect((await add(Number.MAX_SAFE_INTEGER)).status).toBe(422);
  for (let n = 0; n < 3; n++) expect((await add(999_999_999_999)).status).toBe(201);
  const { json } = await ask("GET", `/customers/${disposable}/capacity`);
  const { totals } = json as { totals: { unit_type: string; consumed: number }[] };
  expect(totals.find(({ unit_type }) => unit_type === "MU")?.consumed).toBe(2_999_999_999_997);
});
