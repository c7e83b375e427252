import Decimal from "decimal.js";
import type { Margin, MarginRule, OfferType, OfferTypeMargins } from "./margin";

export * from "./margin";

/** Exact decimal arithmetic for money and percentages; never a float. */
export const Money = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
export type Money = Decimal;

const DECIMAL = /^\d{1,7}(\.\d{1,4})?$/;

/** Why a percentage cannot be the value of a rule, or undefined: 0–1000 for markup, 0–<100 for the others. */
export function marginFault(rule: MarginRule, value: string): string | undefined {
  if (!DECIMAL.test(value)) return "must be a percentage of at least 0 with at most 4 decimals";
  const percent = new Money(value);
  if (rule === "markup") return percent.gt(1000) ? "must be between 0 and 1000 for a markup" : undefined;
  return percent.gte(100) ? "must be at least 0 and less than 100 for this rule" : undefined;
}

/** What the customer pays for one unit, half-even at the currency's minor unit. `erp` is the vendor's list price. */
export function priceOf(margin: Margin, cost: Money, erp: Money = cost, minorUnits = 2): Money {
  const share = new Money(margin.value).div(100);
  const prices: Record<MarginRule, () => Money> = {
    markup: () => cost.mul(share.plus(1)),
    margin: () => cost.div(new Money(1).minus(share)),
    erp_minus_discount: () => erp.mul(new Money(1).minus(share)),
    split_margin: () => cost.plus(erp.minus(cost).mul(new Money(1).minus(share))),
  };
  return prices[margin.rule]().toDecimalPlaces(minorUnits, Decimal.ROUND_HALF_EVEN);
}

/** The margin that holds for an offer type, and which level won. */
export function marginFor(
  offerType: OfferType,
  margin: Margin | null,
  overrides: OfferTypeMargins,
): { margin: Margin | null; level: "offer type" | "account" } {
  const override = overrides[offerType];
  return override ? { margin: override, level: "offer type" } : { margin, level: "account" };
}
