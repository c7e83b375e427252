import { z } from "zod";
import { contract } from "../contract";
import { pythonInstant, uuid } from "../wire";

/** ormuco.txt: "Resources"; the full shapes are those of ormuco.md. */

const ended = { end_date: pythonInstant().nullable() };
const timed = { ...ended, id: z.string() };
const started = { start_date: pythonInstant() };
const named = z.object({ ...timed, name: z.string(), ...started });

const Resources = z.object({
  dns_zones: z.array(named),
  floating_ips: z.array(z.object({ ...timed, ip_address: z.string(), ...started })),
  load_balancers: z.array(named),
  object_storage: z
    .object({
      bytes_used: z.number(),
      container_count: z.number(),
      object_count: z.number(),
      sample_date: pythonInstant(),
    })
    .nullable()
    .meta({ description: "The latest sample; null before the first" }),
  server_snapshots: z.array(
    z.object({ ...timed, name: z.string(), server_id: z.string(), size_bytes: z.number(), ...started }),
  ),
  servers: z.array(z.object({ ...ended, flavor: z.string(), id: z.string(), name: z.string(), ...started })),
  volume_snapshots: z.array(
    z.object({ ...timed, name: z.string(), size_gb: z.number(), ...started, volume_id: z.string() }),
  ),
  volumes: z.array(z.object({ ...timed, name: z.string(), size_gb: z.number(), ...started, volume_type: z.string() })),
  vpn_site_connections: z.array(named),
});

const Named = z.object({ id: z.string(), name: z.string() });
const ProjectWithResources = Named.extend({ resources: Resources });
const ProviderWithResources = Named.extend({ projects: z.array(ProjectWithResources) });

const client = z.object({ client_id: uuid().meta({ description: "ID of the client" }) });
const CLIENT = "/reseller/account/v1/clients/{client_id}";
const byId = { client_id: "{customer}" };

export const listProviders = contract({
  id: "listProviders",
  method: "GET",
  path: `${CLIENT}/providers`,
  summary: "List the providers that a client uses, with its projects at each",
  needs: "resources:read",
  params: client,
  reply: z.object({ providers: z.array(Named.extend({ projects: z.array(Named) })) }),
  status: 200,
  examples: [{ params: byId }],
});

export const listProjects = contract({
  id: "listProjects",
  method: "GET",
  path: `${CLIENT}/projects`,
  summary: "List the projects of a client, those shared with it too",
  needs: "resources:read",
  params: client,
  reply: z.object({ projects: z.array(z.object({ id: z.string(), provider: z.string(), name: z.string() })) }),
  status: 200,
  examples: [{ params: byId }],
});

export const listClientResources = contract({
  id: "listClientResources",
  method: "GET",
  path: `${CLIENT}/resources`,
  summary: "List the resources of a client by provider and project",
  needs: "resources:read",
  params: client,
  reply: z.object({ providers: z.array(ProviderWithResources) }),
  status: 200,
  examples: [{ params: byId }],
});

export const listProviderResources = contract({
  id: "listProviderResources",
  method: "GET",
  path: `${CLIENT}/providers/{provider_id}/resources`,
  summary: "List the resources of a client at a provider by project",
  needs: "resources:read",
  params: client.extend({ provider_id: uuid().meta({ description: "ID of the provider" }) }),
  reply: z.object({ provider: ProviderWithResources }),
  status: 200,
  examples: [{ params: { ...byId, provider_id: "{provider}" } }],
});

export const listProjectResources = contract({
  id: "listProjectResources",
  method: "GET",
  path: `${CLIENT}/projects/{project_id}/resources`,
  summary: "List the resources of a client in a project",
  needs: "resources:read",
  params: client.extend({ project_id: uuid().meta({ description: "ID of the project" }) }),
  reply: z.object({ project: ProjectWithResources }),
  status: 200,
  examples: [{ params: { ...byId, project_id: "{project}" } }],
});
