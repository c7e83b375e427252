/** What a margin is made of, apart from the arithmetic: no page that only shows margins needs a decimal library. */

export const marginRules = ["markup", "margin", "split_margin", "erp_minus_discount"] as const;
export type MarginRule = (typeof marginRules)[number];

/** A rule and its percentage, as a decimal string of at most 4 places. */
export interface Margin {
  readonly rule: MarginRule;
  readonly value: string;
}

export const offerTypes = [
  "license",
  "licenseLegacy",
  "softwareSubscription",
  "perpetualSoftware",
  "azurePlan",
  "azureReservation",
  "azureLegacy",
  "azureSavingsPlan",
] as const;
export type OfferType = (typeof offerTypes)[number];
export type OfferTypeMargins = Partial<Record<OfferType, Margin>>;
