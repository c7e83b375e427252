import type { ResourceRow } from "@/db/doors";
import { type ResourceKind, resourceKinds } from "@/lib/core/resources";

export type Resource = NonNullable<ResourceRow["resource"]>;
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

/** Provider → project → kind, in one pass over rows that are ordered by provider and project. */
export function treeOf(rows: readonly ResourceRow[]): ProviderResources[] {
  const tree: ProviderResources[] = [];
  for (const { providerId, providerName, projectId, projectName, resource, sample } of rows) {
    let provider = tree.at(-1);
    if (provider?.id !== providerId) {
      provider = { id: providerId, name: providerName, projects: [] };
      tree.push(provider);
    }
    if (projectId === null) continue;
    let project = provider.projects.at(-1);
    if (project?.id !== projectId) {
      project = { id: projectId, name: projectName ?? "", resources: byKind(() => []), storage: sample };
      provider.projects.push(project);
    }
    if (resource) project.resources[resource.kind].push(resource);
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
