import { describe, expect, it } from "vitest";
import { type Margin, type MarginRule, Money, marginFault, marginFor, marginRules, priceOf } from "./money";

const price = (rule: MarginRule, value: string, cost: string, erp = cost, minorUnits = 2) =>
  priceOf({ rule, value }, new Money(cost), new Money(erp), minorUnits).toFixed(minorUnits);

describe("priceOf", () => {
  it("adds 10.6 % to 8.43", () => expect(price("markup", "10.6", "8.43")).toBe("9.32"));

  it.each([
    ["markup", "20", "100", "150", "120.00"],
    ["margin", "20", "100", "150", "125.00"],
    ["erp_minus_discount", "20", "100", "150", "120.00"],
    ["split_margin", "20", "100", "150", "140.00"],
    ["split_margin", "0", "100", "150", "150.00"],
    ["split_margin", "99.9999", "100", "150", "100.00"],
    ["margin", "99.9999", "1", "1", "1000000.00"],
    ["markup", "0", "8.43", "9", "8.43"],
  ] as const)("%s %s of cost %s and list price %s is %s", (rule, value, cost, erp, expected) => {
    expect(price(rule, value, cost, erp)).toBe(expected);
  });

  it("rounds halves to the even neighbour", () => {
    expect(price("markup", "0", "0.125")).toBe("0.12");
    expect(price("markup", "0", "0.135")).toBe("0.14");
    expect(price("markup", "50", "0.01")).toBe("0.02");
    expect(price("markup", "0", "2.5", "2.5", 0)).toBe("2");
  });

  it("is exact where floats are not", () => {
    expect(price("markup", "0", "1.005")).toBe("1.00");
    expect(price("markup", "10", "1.15")).toBe("1.26");
    expect(price("markup", "1000", "90071992547409.93")).toBe("990791918021509.23");
  });
});

describe("marginFault", () => {
  it.each(["0", "0.0001", "10.6", "99.9999"])("takes %s for every rule", (value) => {
    for (const rule of marginRules) expect(marginFault(rule, value)).toBeUndefined();
  });

  it.each(["-1", "0.00001", "1e3", "", "NaN", "Infinity", "10,6", " 1", "12345678"])(
    "takes %j for no rule",
    (value) => {
      for (const rule of marginRules) expect(marginFault(rule, value)).toMatch(/./);
    },
  );

  it("ends at 1000 for a markup, and below 100 for the others", () => {
    expect(marginFault("markup", "1000")).toBeUndefined();
    expect(marginFault("markup", "1000.0001")).toContain("1000");
    for (const rule of ["margin", "split_margin", "erp_minus_discount"] as const) {
      expect(marginFault(rule, "100")).toContain("100");
    }
  });
});

it("lets an offer type's margin win over the account's", () => {
  const own: Margin = { rule: "markup", value: "5" };
  const other: Margin = { rule: "margin", value: "7" };
  expect(marginFor("license", own, { license: other })).toEqual({ margin: other, level: "offer type" });
  expect(marginFor("azurePlan", own, { license: other })).toEqual({ margin: own, level: "account" });
  expect(marginFor("azurePlan", null, {})).toEqual({ margin: null, level: "account" });
});
