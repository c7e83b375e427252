import { describe, expect, it } from "vitest";
import { actionText, changesOf, fieldText, valueText } from "./words";

describe("the audit log in words", () => {
  it("says what was done", () => {
    expect(actionText("customer.set_status")).toBe("Customer: status set");
    expect(actionText("provider_account.create")).toBe("Provider account: created");
    expect(actionText("account.add")).toBe("Account: added");
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

  it("tells what was made and what was removed", () => {
    expect(changesOf({ before: null, after: { name: "Acme" } })).toEqual([
      { name: "name", before: undefined, after: "Acme" },
    ]);
    expect(changesOf({ before: { name: "Acme" }, after: null })).toEqual([
      { name: "name", before: "Acme", after: undefined },
    ]);
  });

  it("reads values of any type", () => {
    expect([null, "", true, 0, ["a"]].map((value) => valueText(value))).toEqual([
      "empty",
      "empty",
      "yes",
      "0",
      '["a"]',
    ]);
    expect(valueText("2026-11-18T11:10:44.236Z")).toBe("2026-11-18 11:10:44 UTC");
    expect(valueText("7", new Map([["7", "Gold"]]))).toBe("Gold");
  });
});
