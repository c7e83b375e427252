import { aliveAt } from "@/lib/core/time";
import type { ProviderResources, Resource } from "./tree";

/** Alive resources that nothing needs any more as far as the data tells, by id, with the reason in a few words. */
export function orphansOf(tree: readonly ProviderResources[], at: Date): Map<string, string> {
  const projects = tree.flatMap((provider) => provider.projects);
  const alive = (resources: readonly Resource[]) => resources.filter((resource) => aliveAt(resource, at));
  const known = new Map<string, Resource>();
  for (const { resources } of projects) {
    for (const resource of [...resources.servers, ...resources.volumes]) known.set(resource.id, resource);
  }
  const lost = (noun: string, id: string | undefined): string | undefined => {
    const parent = id === undefined ? undefined : known.get(id);
    if (!parent) return `its ${noun} is not known here`;
    return aliveAt(parent, at) ? undefined : `its ${noun} has ended`;
  };

  const orphans = new Map<string, string>();
  const mark = (resource: Resource, reason: string | undefined) => reason && orphans.set(resource.id, reason);
  for (const { resources } of projects) {
    for (const each of alive(resources.server_snapshots)) mark(each, lost("server", each.attributes.server_id));
    for (const each of alive(resources.volume_snapshots)) mark(each, lost("volume", each.attributes.volume_id));
    // Nobody tells which server a volume is attached to; where none runs, it is attached to none.
    if (alive(resources.servers).length > 0) continue;
    for (const each of alive(resources.volumes)) mark(each, "no server runs in its project");
  }
  return orphans;
}
