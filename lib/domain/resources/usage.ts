import type { StorageSample } from "@/db/doors";
import { invalid } from "@/lib/core/problem";
import { GIGABYTE, type ResourceKind, sizeInGb } from "@/lib/core/resources";
import { hours, isMonth } from "@/lib/core/time";
import { type ProviderResources, placed } from "./tree";

export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** `2026-11` as its span in UTC. */
export function monthSpan(month: string): Span {
  if (!isMonth(month)) throw invalid(["month"], "must be a month such as 2026-11", "format");
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { from: new Date(Date.UTC(year, number - 1)), until: new Date(Date.UTC(year, number)) };
}

export interface UsageLine {
  readonly provider: string;
  readonly projectId: string;
  readonly project: string;
  readonly kind: ResourceKind | "object_storage";
  /** Of the resource; of the project for its object storage. */
  readonly id: string;
  readonly name: string;
  /** Clipped to the span, and to now. */
  readonly from: Date;
  readonly until: Date;
  /** To four decimals, as `gbHours`. */
  readonly hours: number;
  /** Null for kinds without a size. */
  readonly gbHours: number | null;
}

/**
 * What was used in a span, a line for each resource that was alive in it. Object storage counts from sample to sample, so
 * `samples` must hold each project's last one before the span.
 */
export function usageOf(
  tree: readonly ProviderResources[],
  samples: readonly StorageSample[],
  span: Span,
  now: Date,
): UsageLine[] {
  const window = { from: span.from, until: span.until < now ? span.until : now };
  const timed = placed(tree).flatMap((resource): UsageLine[] => {
    const clipped = clip(resource.startedAt, resource.endedAt, window);
    if (!clipped) return [];
    const { provider, projectId, project, kind, id, name } = resource;
    const used = hoursOf(clipped);
    const gb = sizeInGb(resource.attributes);
    const gbHours = gb === undefined ? null : rounded(used * gb);
    return [{ provider, projectId, project, kind, id, name, ...clipped, hours: rounded(used), gbHours }];
  });
  const sampled = tree.flatMap(({ name: provider, projects }) =>
    projects.flatMap((project): UsageLine[] => {
      const spans = storageSpans(samples, project.id, window);
      const [first, last] = [spans.at(0), spans.at(-1)];
      if (!first || !last) return [];
      const place = { provider, projectId: project.id, project: project.name, id: project.id, name: "" };
      const gbHours = spans.reduce((sum, each) => sum + (hoursOf(each) * each.bytesUsed) / GIGABYTE, 0);
      const clipped = { from: first.from, until: last.until };
      const figures = { hours: rounded(hoursOf(clipped)), gbHours: rounded(gbHours) };
      return [{ ...place, kind: "object_storage", ...clipped, ...figures }];
    }),
  );
  return [...timed, ...sampled];
}

/** Undefined where nothing of it lies in the window. */
function clip(start: Date, end: Date | null, { from, until }: Span): Span | undefined {
  const clipped = { from: start > from ? start : from, until: end && end < until ? end : until };
  return clipped.from < clipped.until ? clipped : undefined;
}

/** Each sample holds until the next. */
function storageSpans(samples: readonly StorageSample[], projectId: string, window: Span) {
  const own = samples
    .filter((sample) => sample.projectId === projectId)
    .sort((a, b) => a.sampledAt.getTime() - b.sampledAt.getTime());
  return own.flatMap(({ sampledAt, bytesUsed }, index) => {
    const clipped = clip(sampledAt, own[index + 1]?.sampledAt ?? null, window);
    return clipped ? [{ ...clipped, bytesUsed }] : [];
  });
}

const hoursOf = ({ from, until }: Span): number => (until.getTime() - from.getTime()) / hours(1);

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Adds up the lines as they are printed, so that a reader who adds them finds the same. */
export const usageTotals = (lines: readonly UsageLine[]) => ({
  hours: rounded(lines.reduce((sum, line) => sum + line.hours, 0)),
  gbHours: rounded(lines.reduce((sum, line) => sum + (line.gbHours ?? 0), 0)),
});
