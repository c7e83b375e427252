/** What a list of customers of any length can be ordered by. */
export const walkedOrders = [
  "name",
  "status",
  "reseller",
  "country",
  "providers",
  "servers",
  "agreement",
  "createdAt",
  "lastActivityAt",
] as const;
export type WalkedOrder = (typeof walkedOrders)[number];

/** The last one is for deleted customers alone: they are kept for some days, so that they are few enough to be sorted. */
export const listOrders = [...walkedOrders, "deletedAt"] as const;
export type ListOrder = (typeof listOrders)[number];

/** Why somebody should look at a customer, beside its agreements. */
export const attentions = ["accounts_in_error", "limit_near_plan", "capacity_over_allocated"] as const;
export type Attention = (typeof attentions)[number];

/** States of an agreement, the one that most needs somebody's attention first: what a list shows of several. */
export const agreementUrgency = [
  "required",
  "linkexpired",
  "linkgenerated",
  "customeraccepted",
  "agreementcreated",
] as const;
export type AgreementStatus = (typeof agreementUrgency)[number];

/** The lists that have views with names. */
export const viewPages = ["customers", "audit"] as const;
export type ViewPage = (typeof viewPages)[number];
