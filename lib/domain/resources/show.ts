import type { Scope } from "@/lib/core/scope";
import { later } from "@/lib/core/time";
import { csvOf } from "../exports/csv";
import { asOf, differenceBetween, totalsOf, trendOf } from "./as-of";
import { orphansOf } from "./orphans";
import { resourcesOf, storageSamplesOf } from "./read";
import { placed } from "./tree";
import { monthSpan, type UsageLine, usageOf, usageTotals } from "./usage";

type Reading = Scope<"resources:read">;

/** What a customer that was found before used at `at`, with counts and sizes that add up, and what nothing needs. */
export async function resourcesAsOf(scope: Reading, customerId: string, at: Date) {
  const whole = await resourcesOf(scope, customerId);
  // The one instant: what was sampled last by then.
  const samples = await storageSamplesOf(scope, customerId, { from: at, until: later(at, 1) });
  const tree = asOf(whole, samples, at);
  const orphans = orphansOf(whole, at);
  return {
    tree,
    totals: totalsOf([tree], at),
    items: placed(tree).map((resource) => ({ ...resource, orphan: orphans.get(resource.id) ?? null })),
  };
}

/** What was added, ended and resized between two instants. */
export const resourcesBetween = async (scope: Reading, customerId: string, from: Date, to: Date) =>
  differenceBetween(await resourcesOf(scope, customerId), from, to);

/** At most this many points of a trend. */
export const MOST_POINTS = 120;

/** How many of each kind there were at `points` instants from the one to the other, both included. */
export async function resourceTrend(scope: Reading, customerId: string, from: Date, to: Date, points: number) {
  const step = (to.getTime() - from.getTime()) / (points - 1);
  const instants = Array.from({ length: points }, (_, i) => later(from, Math.round(step * i)));
  return trendOf(await resourcesOf(scope, customerId), instants);
}

/** The usage of one month (`2026-11`, UTC), up to now where it is not over. */
export async function usageOfMonth(scope: Reading, customerId: string, month: string, now: Date) {
  const span = monthSpan(month);
  const samples = await storageSamplesOf(scope, customerId, span);
  const lines = usageOf(await resourcesOf(scope, customerId), samples, span, now);
  return { ...span, lines, totals: usageTotals(lines) };
}

async function* inOne<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}

export const exportedUsage = async (scope: Reading, customerId: string, month: string, now: Date) => {
  const { lines } = await usageOfMonth(scope, customerId, month, now);
  return csvOf<UsageLine>(inOne(lines), {
    provider: ({ provider }) => provider,
    project_id: ({ projectId }) => projectId,
    project: ({ project }) => project,
    kind: ({ kind }) => kind,
    id: ({ id }) => id,
    name: ({ name }) => name,
    from: ({ from }) => from,
    until: ({ until }) => until,
    hours: ({ hours }) => hours,
    gb_hours: ({ gbHours }) => gbHours,
  });
};
