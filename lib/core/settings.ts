import { z } from "zod";
import type { Level } from "./scope";

/** What there is to say of a setting: APIs check by it, pages are rendered from it. */
export interface SettingKind {
  readonly title: string;
  readonly help: string;
  /** What a number counts. */
  readonly unit?: string;
  readonly schema: z.ZodType;
  /** What holds where it is not set; null: nothing does. */
  readonly default: unknown;
  readonly whenUnset: string;
  readonly setBy: readonly Level[];
}

const MOST_CALLS = 1_000_000;
const callsAtATime = "must be a whole number from 0 to 1000000";

/** Every setting that a customer can have. A new one needs nothing but its entry here. */
export const settingKinds = {
  "concurrency-limit": {
    title: "Concurrency limit",
    help: "The most calls at a time over all domains; one more is disconnected at once. 0 blocks every call.",
    unit: "calls at a time",
    schema: z.int(callsAtATime).min(0, callsAtATime).max(MOST_CALLS, callsAtATime),
    default: null,
    whenUnset: "Only the billing plan limits the calls.",
    setBy: ["csp", "reseller", "customer"],
  },
} as const satisfies Record<string, SettingKind>;

export type SettingName = keyof typeof settingKinds;
export type SettingValue<N extends SettingName = SettingName> = z.output<(typeof settingKinds)[N]["schema"]>;

export const CONCURRENCY_LIMIT = "concurrency-limit" satisfies SettingName;

/** From nine tenths of the plan's limit on; a plan without one has nothing to come near to. */
export const isNearPlan = (limit: number, plan: number | null): boolean => plan !== null && limit * 10 >= plan * 9;

// The keys of a constant object are its type's.
export const settingNames = Object.keys(settingKinds) as SettingName[];

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingKinds, name);
