import { listProjects, listProjectsByProvider } from "../../domain/projects/read";
import { resourcesAt, resourcesIn, resourcesOf } from "../../domain/resources/read";
import type { ProjectResources, ProviderResources, Resource } from "../../domain/resources/tree";
import { type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import * as contracts from "./resources.contract";
import { ormuco } from "./surface";

/** Written out, since copying one object into another costs more than all else for a list of hundreds. */
const named = ({ id, name, startedAt, endedAt }: Resource) => ({ end_date: endedAt, id, name, start_date: startedAt });

const floatingIp = ({ id, attributes, startedAt, endedAt }: Resource) => ({
  end_date: endedAt,
  id,
  ip_address: attributes.ip_address ?? "",
  start_date: startedAt,
});

const serverSnapshot = ({ id, name, attributes, startedAt, endedAt }: Resource) => ({
  end_date: endedAt,
  id,
  name,
  server_id: attributes.server_id ?? "",
  size_bytes: attributes.size_bytes ?? 0,
  start_date: startedAt,
});

const server = ({ id, name, attributes, startedAt, endedAt }: Resource) => ({
  end_date: endedAt,
  flavor: attributes.flavor ?? "",
  id,
  name,
  start_date: startedAt,
});

const volumeSnapshot = ({ id, name, attributes, startedAt, endedAt }: Resource) => ({
  end_date: endedAt,
  id,
  name,
  size_gb: attributes.size_gb ?? 0,
  start_date: startedAt,
  volume_id: attributes.volume_id ?? "",
});

const volume = ({ id, name, attributes, startedAt, endedAt }: Resource) => ({
  end_date: endedAt,
  id,
  name,
  size_gb: attributes.size_gb ?? 0,
  start_date: startedAt,
  volume_type: attributes.volume_type ?? "",
});

const project = ({ id, name, resources, storage }: ProjectResources) => ({
  id,
  name,
  resources: {
    dns_zones: resources.dns_zones.map(named),
    floating_ips: resources.floating_ips.map(floatingIp),
    load_balancers: resources.load_balancers.map(named),
    object_storage: storage && {
      bytes_used: storage.bytesUsed,
      container_count: storage.containerCount,
      object_count: storage.objectCount,
      sample_date: storage.sampledAt,
    },
    server_snapshots: resources.server_snapshots.map(serverSnapshot),
    servers: resources.servers.map(server),
    volume_snapshots: resources.volume_snapshots.map(volumeSnapshot),
    volumes: resources.volumes.map(volume),
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
