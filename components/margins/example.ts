import { type Margin, type MarginRule, Money, marginFault, type OfferType, priceOf } from "@/lib/core/money";

export const ruleLabels: Record<MarginRule, string> = {
  markup: "Markup",
  margin: "Margin",
  split_margin: "Split margin",
  erp_minus_discount: "List price minus discount",
};

export const ruleHints: Record<MarginRule, string> = {
  markup: "Added to your cost.",
  margin: "A part of the price.",
  split_margin: "The share of the vendor's margin that the customer gets.",
  erp_minus_discount: "Taken off the vendor's list price.",
};

export const offerTypeLabels: Record<OfferType, string> = {
  license: "Licences",
  licenseLegacy: "Licences (legacy)",
  softwareSubscription: "Software subscriptions",
  perpetualSoftware: "Perpetual software",
  azurePlan: "Azure plan",
  azureReservation: "Azure reservations",
  azureLegacy: "Azure (legacy)",
  azureSavingsPlan: "Azure savings plans",
};

/** "Markup 10.6 %". */
export const marginText = ({ rule, value }: Margin): string => `${ruleLabels[rule]} ${value} %`;

/** What is filled in, where it is a margin already. */
export function marginOf(filled: { rule?: string; value?: string } | null | undefined): Margin | null {
  const { rule, value = "" } = filled ?? {};
  if (!rule || !Object.hasOwn(ruleLabels, rule)) return null;
  // A key of the table of rules.
  const known = rule as MarginRule;
  return marginFault(known, value.trim()) ? null : { rule: known, value: value.trim() };
}

const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;

/** An amount of money as a person types it; undefined while it is none. */
export const amountOf = (text: string): Money | undefined =>
  AMOUNT.test(text.trim()) ? new Money(text.trim()) : undefined;

export interface PriceExample {
  price: string;
  profit: string;
  /** Profit as a part of the price and of the cost, in percent; null where there is nothing to be a part of. */
  marginPercent: string | null;
  markupPercent: string | null;
}

/** What one unit is sold for, and what is earned with it. */
export function examplePrice(margin: Margin, cost: Money, erp: Money): PriceExample {
  const price = priceOf(margin, cost, erp);
  const profit = price.minus(cost);
  const part = (of: Money) => (of.isZero() ? null : profit.div(of).mul(100).toFixed(2));
  return {
    price: price.toFixed(2),
    profit: profit.toFixed(2),
    marginPercent: part(price),
    markupPercent: part(cost),
  };
}
