import type { StorageSample } from "@/db/doors";
import { sizeInGb } from "@/lib/core/resources";
import { aliveAt } from "@/lib/core/time";
import { byKind, type PlacedResource, type ProjectResources, type ProviderResources, placed } from "./tree";

/** The same tree with what was alive at `at`; storage as it was sampled last by then, among `samples`. */
export const asOf = (
  tree: readonly ProviderResources[],
  samples: readonly StorageSample[],
  at: Date,
): ProviderResources[] =>
  tree.map((provider) => ({
    ...provider,
    projects: provider.projects.map((project) => ({
      ...project,
      resources: byKind((kind) => project.resources[kind].filter((resource) => aliveAt(resource, at))),
      storage: sampleAt(samples, project.id, at),
    })),
  }));

/** The same tree with some of its projects. */
export const within = (tree: readonly ProviderResources[], ids: ReadonlySet<string>): ProviderResources[] =>
  tree.map((provider) => ({ ...provider, projects: provider.projects.filter(({ id }) => ids.has(id)) }));

/** The latest sample by then; null before the first. */
export function sampleAt(samples: readonly StorageSample[], projectId: string, at: Date): ProjectResources["storage"] {
  let latest: StorageSample | undefined;
  for (const sample of samples) {
    if (sample.projectId !== projectId || sample.sampledAt > at) continue;
    if (!latest || sample.sampledAt >= latest.sampledAt) latest = sample;
  }
  if (!latest) return null;
  const { bytesUsed, containerCount, objectCount, sampledAt } = latest;
  return { bytesUsed, containerCount, objectCount, sampledAt };
}

export interface KindTotal {
  count: number;
  /** Null for kinds without a size. */
  gb: number | null;
}

/** Counts and sizes at `at` over trees of any number of customers: a project that several share counts once. */
export function totalsOf(trees: readonly (readonly ProviderResources[])[], at: Date) {
  const projects = new Map<string, ProjectResources>();
  for (const tree of trees) {
    for (const provider of tree) for (const project of provider.projects) projects.set(project.id, project);
  }
  const every = [...projects.values()];
  return {
    projects: every.length,
    kinds: byKind((kind): KindTotal => {
      const alive = every.flatMap(({ resources }) => resources[kind]).filter((resource) => aliveAt(resource, at));
      const sizes = alive.flatMap(({ attributes }) => sizeInGb(attributes) ?? []);
      return { count: alive.length, gb: sizes.length > 0 ? sizes.reduce((sum, gb) => sum + gb, 0) : null };
    }),
    storage: {
      bytesUsed: every.reduce((sum, { storage }) => sum + (storage?.bytesUsed ?? 0), 0),
      objectCount: every.reduce((sum, { storage }) => sum + (storage?.objectCount ?? 0), 0),
    },
  };
}

/** How many of each kind were alive at each of `instants`: a trend. */
export const trendOf = (tree: readonly ProviderResources[], instants: readonly Date[]) =>
  instants.map((at) => ({ at, kinds: countsOf(placed(tree), at) }));

const countsOf = (resources: readonly PlacedResource[], at: Date) => {
  const counts = byKind(() => 0);
  for (const resource of resources) if (aliveAt(resource, at)) counts[resource.kind]++;
  return counts;
};

export interface Difference {
  added: PlacedResource[];
  ended: PlacedResource[];
  /** The same name of the same kind and project, ended and begun anew with another size, type or flavor. */
  resized: { before: PlacedResource; after: PlacedResource }[];
}

/** What changed between two instants. A pair in `resized` is neither in `added` nor in `ended`. */
export function differenceBetween(tree: readonly ProviderResources[], from: Date, to: Date): Difference {
  const every = placed(tree);
  const ended = every.filter((resource) => aliveAt(resource, from) && !aliveAt(resource, to));
  const added: PlacedResource[] = [];
  const resized: Difference["resized"] = [];
  for (const after of every.filter((resource) => aliveAt(resource, to) && !aliveAt(resource, from))) {
    const index = ended.findIndex((before) => isSuccessor(before, after));
    const [before] = index < 0 ? [] : ended.splice(index, 1);
    if (before) resized.push({ before, after });
    else added.push(after);
  }
  return { added, ended, resized };
}

const isSuccessor = (before: PlacedResource, after: PlacedResource): boolean =>
  before.name !== "" &&
  before.name === after.name &&
  before.kind === after.kind &&
  before.projectId === after.projectId &&
  sizedBy.some((attribute) => before.attributes[attribute] !== after.attributes[attribute]);

const sizedBy = ["size_gb", "size_bytes", "flavor", "volume_type"] as const;
