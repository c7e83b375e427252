import { expect, it } from "vitest";
import { askedOf, auditHref, filtersOf } from "./filters";

it("keeps the filter in the address, without what was left empty", () => {
  const form = new Map([
    ["actor", " Alina "],
    ["action", ""],
    ["correlation_id", "a&b"],
    ["unknown", "x"],
  ]);
  const filters = filtersOf((name) => form.get(name));
  expect(filters).toEqual({ actor: "Alina", correlation_id: "a&b" });
  const href = auditHref(filters, "next");
  expect(href).toBe("/portal/audit?actor=Alina&correlation_id=a%26b&cursor=next");
  const query = new URL(href, "http://localhost").searchParams;
  expect(filtersOf((name) => query.get(name))).toEqual(filters);
  expect(auditHref({})).toBe("/portal/audit");
});

it("asks for all of the last day", () => {
  expect(askedOf({ from: "2026-02-27", to: "2026-02-28" })).toEqual({ from: "2026-02-27", to: "2026-03-01" });
  expect(askedOf({ to: "2026-02-28T10:00:00Z" })).toEqual({ to: "2026-02-28T10:00:00Z" });
  expect(askedOf({ to: "2026-02-31x" })).toEqual({ to: "2026-02-31x" });
});
