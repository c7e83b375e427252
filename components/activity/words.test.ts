import { describe, expect, it } from "vitest";
import { changesOf, fieldText, valueText } from "./words";

describe("the audit log in words", () => {
  it("calls fields as people do", () => {
    expect(fieldText("providerCustomerId")).toBe("provider customer id");
  });

  it("tells each field before and after, and leaves out what says nothing", () => {
    const before = { city: "Cork", phone: "", id: "1", tags: [] };
    const after = { city: "Lyon", phone: null, id: "1", tags: ["a"] };
    expect(changesOf({ before, after })).toEqual([
      { name: "city", before: "Cork", after: "Lyon" },
      { name: "tags", before: [], after: ["a"] },
    ]);
  });

  it("tells of two objects the keys that differ, not two lines of JSON", () => {
    const before = { data: { Domain: "acme", EnableGDAP: true, Language: "en" } };
    const after = { data: { Domain: "acme", EnableGDAP: false, Culture: "en-GB", Language: "en" } };
    expect(changesOf({ before, after })).toEqual([
      { name: "data.EnableGDAP", before: true, after: false },
      { name: "data.Culture", before: undefined, after: "en-GB" },
    ]);
    expect(fieldText("data.EnableGDAP")).toBe("data › EnableGDAP");
  });

  it("calls things as the rest of the portal does", () => {
    expect(valueText("DISABLED", undefined, "status")).toBe("Disabled");
    expect(valueText("customeraccepted", undefined, "agreementStatus")).toBe("Accepted");
    expect(valueText("erp_minus_discount", undefined, "marginRule")).toBe("List price minus discount");
    expect(valueText({ rule: "markup", value: "10.6" })).toBe("Markup 10.6 %");
    expect(valueText("required", undefined, "name")).toBe("required");
  });

  it("tells what was made and what was removed", () => {
    expect(changesOf({ before: null, after: { name: "Acme" } })).toEqual([
      { name: "name", before: undefined, after: "Acme" },
    ]);
    expect(changesOf({ before: { name: "Acme" }, after: null })).toEqual([
      { name: "name", before: "Acme", after: undefined },
    ]);
  });

  it("reads values of any type", () => {
    expect([null, "", true, 12000, ["a", "b"], [{ a: 1 }]].map((value) => valueText(value))).toEqual([
      "empty",
      "empty",
      "yes",
      "12,000",
      "a, b",
      '[{"a":1}]',
    ]);
    expect(valueText("2026-11-18T11:10:44.236Z")).toBe("2026-11-18 11:10:44 UTC");
    expect(valueText("7", new Map([["7", "Gold"]]))).toBe("Gold");
  });
});
