import type { Resource, ResourceRow } from "@/db/doors";
import { type ResourceKind, resourceKinds } from "@/lib/core/resources";

export type { Resource };
export type StorageState = NonNullable<ResourceRow["sample"]>;

export interface ProjectResources {
  readonly id: string;
  readonly name: string;
  readonly resources: Record<ResourceKind, Resource[]>;
  /** The latest sample of its object storage. */
  readonly storage: StorageState | null;
}

export interface ProviderResources {
  readonly id: string;
  readonly name: string;
  readonly projects: ProjectResources[];
}

export const byKind = <T>(make: (kind: ResourceKind) => T): Record<ResourceKind, T> =>
  // Every kind is a key of it, made just here.
  Object.fromEntries(resourceKinds.map((kind) => [kind, make(kind)])) as Record<ResourceKind, T>;

/** Provider → project → kind, in one pass over rows that are ordered by provider. */
export function treeOf(rows: readonly ResourceRow[]): ProviderResources[] {
  const tree: ProviderResources[] = [];
  for (const row of rows) {
    let provider = tree.at(-1);
    if (provider?.id !== row.providerId) {
      provider = { id: row.providerId, name: row.providerName, projects: [] };
      tree.push(provider);
    }
    if (row.projectId === null) continue;
    const resources = byKind((): Resource[] => []);
    for (const resource of row.resources) resources[resource.kind].push(resource);
    provider.projects.push({ id: row.projectId, name: row.projectName ?? "", resources, storage: row.sample });
  }
  return tree;
}

/** A resource with the names of where it is. */
export interface PlacedResource extends Resource {
  readonly provider: string;
  readonly projectId: string;
  readonly project: string;
}

export const placed = (tree: readonly ProviderResources[]): PlacedResource[] =>
  tree.flatMap((provider) =>
    provider.projects.flatMap((project) =>
      resourceKinds.flatMap((kind) =>
        project.resources[kind].map((resource) => ({
          ...resource,
          provider: provider.name,
          projectId: project.id,
          project: project.name,
        })),
      ),
    ),
  );
