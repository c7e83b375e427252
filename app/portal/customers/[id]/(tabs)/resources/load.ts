import { dayAfter, daysBetween, fromDay, toDay } from "@/components/resources/day";
import type { Kind } from "@/components/resources/kinds";
import type { ResourceLine } from "@/components/resources/resource-table";
import type { ProviderSums } from "@/components/resources/summary-table";
import type { TrendPoint } from "@/components/resources/trend";
import { endOf, type ResourceView } from "@/components/resources/view";
import type { Scope } from "@/lib/core/scope";
import { aliveAt, later } from "@/lib/core/time";
import { listProjects, sharedOf } from "@/lib/domain/projects/read";
import { asOf, differenceBetween, sampleAt, totalsOf, trendOf, within } from "@/lib/domain/resources/as-of";
import { orphansOf } from "@/lib/domain/resources/orphans";
import { resourcesOf, storageSamplesOf } from "@/lib/domain/resources/read";
import { type PlacedResource, type ProviderResources, placed } from "@/lib/domain/resources/tree";

type Reading = Scope<"resources:read">;

const POINTS = 120;

/** All that the page shows, from one reading of what the customer uses and used. */
export async function loadResources(scope: Reading, id: string, view: ResourceView, now: Date) {
  const at = endOf(view.asOf, now);
  const [tree, projects, samplesThen] = await Promise.all([
    resourcesOf(scope, id),
    listProjects(scope, id),
    storageSamplesOf(scope, id, { from: at, until: later(at, 1) }),
  ]);
  const shared = sharedOf(projects);
  const then = asOf(tree, samplesThen, at);
  const every = placed(tree);
  const first = every.reduce((least, { startedAt }) => (startedAt < least ? startedAt : least), now);
  const orphans = orphansOf(tree, at);
  const line = (resource: PlacedResource): ResourceLine => ({ ...resource, orphan: orphans.get(resource.id) });
  const begun = every
    .filter((resource) => resource.startedAt <= at)
    .filter((resource) => view.ended || aliveAt(resource, at))
    .filter(({ kind }) => !view.kind || kind === view.kind)
    .filter(({ projectId }) => !view.project || projectId === view.project)
    .filter((resource) => !view.orphans || orphans.has(resource.id));
  return {
    at,
    first,
    isEmpty: every.length === 0 && then.every((provider) => provider.projects.every(({ storage }) => !storage)),
    providers: then.map((provider) => sumsOf(provider, shared, at)),
    total: totalsOf([then], at),
    shared: totalsOf([within(then, shared)], at).kinds,
    orphans: orphans.size,
    projectName: projects.find(({ project }) => project.id === view.project)?.project.name,
    lines: begun.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()).map(line),
    trend: await trend(scope, id, tree, view.kind ?? "servers", { from: first, until: now }),
    difference: difference(tree, view, now, line),
  };
}

const sumsOf = (provider: ProviderResources, shared: ReadonlySet<string>, at: Date): ProviderSums => ({
  id: provider.id,
  name: provider.name,
  ...totalsOf([[provider]], at),
  projects: provider.projects.map((project) => ({
    id: project.id,
    name: project.name,
    shared: shared.has(project.id),
    ...totalsOf([[{ ...provider, projects: [project] }]], at),
  })),
});

/** Evenly spread days, the last of them now. */
function daysOf(from: Date, until: Date): Date[] {
  const length = Math.max(daysBetween(from, until), 1);
  const step = Math.max(Math.ceil(length / POINTS), 1);
  const count = Math.floor(length / step);
  return Array.from({ length: count + 1 }, (_, index) => dayAfter(until, (index - count) * step));
}

async function trend(
  scope: Reading,
  id: string,
  tree: readonly ProviderResources[],
  kind: Kind,
  { from, until }: { from: Date; until: Date },
): Promise<TrendPoint[]> {
  const instants = daysOf(from, until);
  if (kind !== "object_storage") {
    return trendOf(tree, instants).map(({ at, kinds }) => ({ day: toDay(at), value: kinds[kind] }));
  }
  const samples = await storageSamplesOf(scope, id, { from, until });
  const projects = [...new Set(samples.map(({ projectId }) => projectId))];
  return instants.map((at) => ({
    day: toDay(at),
    value: projects.reduce((sum, project) => sum + (sampleAt(samples, project, at)?.bytesUsed ?? 0), 0),
  }));
}

/** Undefined until two days are given. */
function difference(
  tree: readonly ProviderResources[],
  { from, to }: ResourceView,
  now: Date,
  line: (resource: PlacedResource) => ResourceLine,
) {
  if (!fromDay(from) || !fromDay(to)) return undefined;
  const [a, b] = [endOf(from, now), endOf(to, now)];
  const { added, ended, resized } = a <= b ? differenceBetween(tree, a, b) : differenceBetween(tree, b, a);
  return {
    added: added.map(line),
    ended: ended.map(line),
    resized: resized.map(({ before, after }) => ({ before: line(before), after: line(after) })),
  };
}
