/** The vendor's capacity unit types, with what a unit of each is. */
export const capacityUnits = {
  CU: "CPU (MHz)",
  LV: "Linux virtual machines",
  MU: "Memory (MB)",
  NBU: "Network (GB a month)",
  NUIPPORTS: "Public IP addresses",
  NUM: "Bandwidth (Mbit/s)",
  SUA: "Archive storage",
  SUP: "Primary storage",
  WV: "Windows virtual machines",
} as const;

/** Of one entry by the portal: the sum of thousands of them is still exact. Vendors' clients may say more. */
export const MOST_CAPACITY = 1_000_000_000_000;

export type CapacityUnit = keyof typeof capacityUnits;

// The keys of a constant object are its type's; an enum needs to know that there is a first.
export const capacityUnitTypes = Object.keys(capacityUnits) as [CapacityUnit, ...CapacityUnit[]];
