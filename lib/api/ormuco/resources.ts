import { listProjects, listProjectsByProvider } from "../../domain/projects/read";
import { resourcesAt, resourcesIn, resourcesOf } from "../../domain/resources/read";
import type { ProjectResources, ProviderResources, Resource } from "../../domain/resources/tree";
import { type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./resources.contract";
import { ormuco } from "./surface";

const timed = ({ id, startedAt, endedAt }: Resource) => ({ end_date: endedAt, id, start_date: startedAt });
const named = (resource: Resource) => ({ ...timed(resource), name: resource.name });

const project = ({ id, name, resources, storage }: ProjectResources) => ({
  id,
  name,
  resources: {
    dns_zones: resources.dns_zones.map(named),
    floating_ips: resources.floating_ips.map((each) => ({
      ...timed(each),
      ip_address: each.attributes.ip_address ?? "",
    })),
    load_balancers: resources.load_balancers.map(named),
    object_storage: storage && {
      bytes_used: storage.bytesUsed,
      container_count: storage.containerCount,
      object_count: storage.objectCount,
      sample_date: storage.sampledAt,
    },
    server_snapshots: resources.server_snapshots.map((each) => ({
      ...named(each),
      server_id: each.attributes.server_id ?? "",
      size_bytes: each.attributes.size_bytes ?? 0,
    })),
    servers: resources.servers.map((each) => ({ ...named(each), flavor: each.attributes.flavor ?? "" })),
    volume_snapshots: resources.volume_snapshots.map((each) => ({
      ...named(each),
      size_gb: each.attributes.size_gb ?? 0,
      volume_id: each.attributes.volume_id ?? "",
    })),
    volumes: resources.volumes.map((each) => ({
      ...named(each),
      size_gb: each.attributes.size_gb ?? 0,
      volume_type: each.attributes.volume_type ?? "",
    })),
    vpn_site_connections: resources.vpn_site_connections.map(named),
  },
});

const provider = ({ id, name, projects }: ProviderResources) => ({ id, name, projects: projects.map(project) });

const on = serve(ormuco);
const client = customerAt("client_id");

const providers = on(contracts.listProviders, client, async ({ scope, subject }) => ({
  providers: await listProjectsByProvider(scope, subject.id),
}));

const projects = on(contracts.listProjects, client, async ({ scope, subject }) => ({
  projects: (await listProjects(scope, subject.id)).map(({ project: { id, name }, provider }) => ({
    id,
    provider: provider.id,
    name,
  })),
}));

const ofClient = on(contracts.listClientResources, client, async ({ scope, subject }) => ({
  providers: (await resourcesOf(scope, subject.id)).map(provider),
}));

const ofProvider = on(contracts.listProviderResources, client, async ({ scope, subject, params }) => ({
  provider: provider(await resourcesAt(scope, subject.id, params.provider_id)),
}));

const ofProject = on(contracts.listProjectResources, client, async ({ scope, subject, params }) => ({
  project: project(await resourcesIn(scope, subject.id, params.project_id)),
}));

export const endpoints: readonly Endpoint[] = [providers, projects, ofClient, ofProvider, ofProject];
