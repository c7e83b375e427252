import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import { amountOf, examplePrice, marginOf } from "./example";

const cost = new Money("100.00");
const erp = new Money("120.00");

describe("price example", () => {
  it.each([
    [
      { rule: "markup", value: "10.6" },
      { price: "110.60", profit: "10.60", marginPercent: "9.58", markupPercent: "10.60" },
    ],
    [
      { rule: "margin", value: "20" },
      { price: "125.00", profit: "25.00", marginPercent: "20.00", markupPercent: "25.00" },
    ],
    [
      { rule: "split_margin", value: "50" },
      { price: "110.00", profit: "10.00", marginPercent: "9.09", markupPercent: "10.00" },
    ],
    [
      { rule: "erp_minus_discount", value: "25" },
      { price: "90.00", profit: "-10.00", marginPercent: "-11.11", markupPercent: "-10.00" },
    ],
  ] as const)("sells with %o", (margin, expected) => {
    expect(examplePrice(margin, cost, erp)).toEqual(expected);
  });

  it("divides by nothing that is nothing", () => {
    const free = examplePrice({ rule: "markup", value: "10" }, new Money(0), new Money(0));
    expect(free).toEqual({ price: "0.00", profit: "0.00", marginPercent: null, markupPercent: null });
  });

  it("takes no margin from what is not one yet", () => {
    expect(marginOf({ rule: "margin", value: "100" })).toBeNull();
    expect(marginOf({ rule: "toString", value: "1" })).toBeNull();
    expect(marginOf({ rule: "", value: "5" })).toBeNull();
    expect(marginOf({ rule: "markup", value: " 5 " })).toEqual({ rule: "markup", value: "5" });
    expect(amountOf("12,5")).toBeUndefined();
  });
});
