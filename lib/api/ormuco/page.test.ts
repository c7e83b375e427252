import { beforeAll, expect, it } from "vitest";
import { client } from "@/db/client";
import {
  cspProviders,
  customers,
  projects,
  providers,
  type ResourceAttributes,
  resellers,
  resources,
  storageSamples,
} from "@/db/schema";
import { fold, sortKey } from "@/lib/core/text";
import { call } from "@/lib/testing/call";
import { demo } from "@/lib/testing/demo";
import { headersOf } from "@/lib/testing/world";
import { routers } from "../surfaces";

/** The replies of ormuco.txt, its brackets closed, made of rows with the page's own ids and values. */

const information = {
  first_name: "Bill",
  last_name: "Gates",
  company: "Microsoft",
  address_1: "1835 73rd Ave",
  address_2: "",
  city: "Medina",
  state: "Washington",
  country: "United States",
  zip_code: "98039",
  phone: "514 3636",
  phone_extension: "",
  language: "en",
};

const listedClient = {
  activated: true,
  billing_status: "VALID",
  date_created: "2017-09-20T20:34:51.944000+00:00",
  date_deleted: null,
  date_first_activation: null,
  default_project_id: "e5ae2595-239d-4aad-86cc-0d184b75b76a",
  deleted: false,
  email: "",
  id: "c92f5f1c-a838-4d9b-9eec-af738d2381ec",
  projects: ["904306e8-a917-4827-ad58-629bb3b19645", "024c2b6d-cbb8-4056-9d3f-8055fa86659c"],
  reseller_id: "37c5c8f1-03e0-4538-969f-6384e8fde6e6",
  signup_ip_address: "",
  validated: true,
  client_information: information,
};

/** The page prints .548264: the portal keeps instants to the millisecond. */
const shownClient = {
  ...listedClient,
  date_created: "2017-10-01T10:39:12.548000+00:00",
  default_project_id: "8acd5a36-fdfa-4e58-9dd1-2e85d23102cd",
  id: "4dd72094-97dc-49af-98a0-310aecb31f3d",
  projects: ["0625cf04-6658-4df9-8181-4daf72ecf0fc"],
  reseller_id: "f55ecde5-66cc-4110-a27c-245724a76f23",
};

const listedProjects = [
  {
    id: "904306e8-a917-4827-ad58-629bb3b19645",
    provider: "f71861bd-be1b-42e4-9876-5d44c365d34c",
    name: "my-other-project",
  },
  { id: "024c2b6d-cbb8-4056-9d3f-8055fa86659c", provider: "3b584b95-eeec-4d8b-bf6e-e3ef6f439948", name: "" },
];

const used = {
  dns_zones: [
    {
      end_date: null,
      id: "5eebdccb-cda1-4bbb-989d-80b56a07ddea",
      name: "",
      start_date: "2017-10-05T19:26:17.588000+00:00",
    },
  ],
  floating_ips: [
    {
      end_date: null,
      id: "292e88e1-3c7f-4da9-88f4-2864e3602ba5",
      ip_address: "",
      start_date: "2017-10-05T19:23:39.695000+00:00",
    },
  ],
  load_balancers: [
    {
      end_date: null,
      id: "f6f2c575-56e7-41dd-bfc4-de8be0cdd958",
      name: "LoadBalancer1",
      start_date: "2017-10-05T19:24:31.542000+00:00",
    },
  ],
  object_storage: {
    bytes_used: 41187770,
    container_count: 1,
    object_count: 3,
    sample_date: "2017-10-06T15:54:55.852000+00:00",
  },
  server_snapshots: [
    {
      end_date: null,
      id: "9645b1cb-6155-40f2-aa71-b69a0f7e805d",
      name: "Snapshot1-2017-10-05",
      server_id: "530f4e98-96f8-4eb4-8ade-7846ce8dfd34",
      size_bytes: 10737418240,
      start_date: "2017-10-05T19:24:11.590000+00:00",
    },
  ],
  servers: [
    {
      end_date: null,
      flavor: "general.pico.linux",
      id: "530f4e98-96f8-4eb4-8ade-7846ce8dfd34",
      name: "MyServer",
      start_date: "2017-10-05T19:22:41+00:00",
    },
  ],
  volume_snapshots: [
    {
      end_date: null,
      id: "4748a559-9f22-404a-bfcd-298416a1270e",
      name: "VolumeSnap1",
      size_gb: 3,
      start_date: "2017-10-05T20:36:46+00:00",
      volume_id: "34fd17b8-8ad8-4ef6-8c50-1ee7c106205e",
    },
  ],
  volumes: [
    {
      end_date: null,
      id: "34fd17b8-8ad8-4ef6-8c50-1ee7c106205e",
      name: "MyVolume",
      size_gb: 3,
      start_date: "2017-10-05T19:22:53+00:00",
      volume_type: "e4bc323c-ccb6-4882-98ad-ff39814f0427",
    },
  ],
  vpn_site_connections: [
    {
      end_date: null,
      id: "21847d6b-7236-46d0-9587-71a61b27be57",
      name: "VPN1",
      start_date: "2017-10-05T19:31:53.251000+00:00",
    },
  ],
};

const project = { id: "0625cf04-6658-4df9-8181-4daf72ecf0fc", name: "", resources: used };
const provider = { id: "41662b77-abb5-4a01-8ae1-475f01a7bcb9", name: "Ormuco NA", projects: [project] };

interface Printed extends ResourceAttributes {
  end_date: null;
  id: string;
  name?: string;
  start_date: string;
}

beforeAll(async () => {
  const cspId = demo().csps[0]!.id;
  const since = new Date("2017-09-01T00:00:00Z");
  await client().transaction(async (db) => {
    for (const [index, id] of [provider.id, ...listedProjects.map((each) => each.provider)].entries()) {
      await db.insert(providers).values({
        id,
        name: "Ormuco NA",
        kind: "openstack",
        requiredCredentials: [],
        discoverable: true,
        standaloneIncompatible: false,
        isPrivate: false,
        offerTypes: [],
        supportedCountries: [],
        createdAt: new Date(since.getTime() + index),
      });
      await db.insert(cspProviders).values({ cspId, providerId: id });
    }
    for (const printed of [listedClient, shownClient]) {
      const { id, reseller_id: resellerId, client_information: of } = printed;
      const times = { createdAt: new Date(printed.date_created), modifiedAt: since };
      await db.insert(resellers).values({ id: resellerId, cspId, name: "R", sortName: "r", ...times });
      await db.insert(customers).values({
        id,
        cspId,
        resellerId,
        name: of.company,
        foldedName: fold(of.company),
        sortName: sortKey(of.company),
        status: "ACTIVE",
        billingStatus: "VALID",
        validatedAt: since,
        defaultProjectId: printed.default_project_id,
        firstName: of.first_name,
        lastName: of.last_name,
        addressLine1: of.address_1,
        city: of.city,
        state: of.state,
        country: "US",
        zip: of.zip_code,
        phone: of.phone,
        language: of.language,
        ...times,
      });
    }
    const ofListed = { cspId, resellerId: listedClient.reseller_id, customerId: listedClient.id };
    const ofShown = { cspId, resellerId: shownClient.reseller_id, customerId: shownClient.id };
    for (const [index, each] of listedProjects.entries()) {
      const createdAt = new Date(since.getTime() + index);
      await db
        .insert(projects)
        .values({ ...ofListed, id: each.id, providerId: each.provider, name: each.name, createdAt });
    }
    await db.insert(projects).values({ ...ofShown, id: project.id, providerId: provider.id, createdAt: since });
    const { object_storage: sample, ...kinds } = used;
    for (const [kind, printed] of Object.entries(kinds)) {
      for (const { id, name = "", start_date, end_date: endedAt, ...attributes } of printed as Printed[]) {
        await db.insert(resources).values({
          ...{ ...ofShown, projectId: project.id, id, name, endedAt, attributes },
          kind: kind as keyof typeof kinds,
          startedAt: new Date(start_date),
        });
      }
    }
    for (const [id, day, bytesUsed] of [
      ["early", 5, 1],
      ["latest", 6, sample.bytes_used],
    ] as const) {
      const sampledAt = new Date(sample.sample_date.replace("10-06", `10-0${day}`));
      const counts = { containerCount: sample.container_count, objectCount: sample.object_count };
      await db
        .insert(storageSamples)
        .values({ ...ofShown, projectId: project.id, id, bytesUsed, ...counts, sampledAt });
    }
  });
});

const get = (path: string) =>
  call(routers.ormuco, { url: `/reseller/account/v1${path}`, headers: headersOf("ormuco", "csp") });
const [listed, shown] = [`/clients/${listedClient.id}`, `/clients/${shownClient.id}`];
const nothing = { ...Object.fromEntries(Object.keys(used).map((kind) => [kind, []])), object_storage: null };

it.each([
  ["a client", `${shown}/`, { client: shownClient }],
  [
    "the providers of a client",
    `${listed}/providers/`,
    {
      providers: listedProjects.map(({ id, name, provider: at }) => ({
        id: at,
        name: "Ormuco NA",
        projects: [{ id, name }],
      })),
    },
  ],
  ["the projects of a client", `${listed}/projects/`, { projects: listedProjects }],
  ["the resources of a client", `${shown}/resources/`, { providers: [provider] }],
  ["the resources at a provider", `${shown}/providers/${provider.id}/resources/`, { provider }],
  ["the resources in a project", `${shown}/projects/${project.id}/resources/`, { project }],
  [
    "a project without resources",
    `${listed}/projects/${listedProjects[0]?.id}/resources/`,
    {
      project: { id: listedProjects[0]?.id, name: "my-other-project", resources: nothing },
    },
  ],
  [
    "a provider that the client does not use",
    `${listed}/providers/${provider.id}/resources/`,
    {
      provider: { ...provider, projects: [] },
    },
  ],
] as const)("answers %s as the page prints it, with and without the last slash", async (_, path, printed) => {
  for (const url of [path, path.slice(0, -1)]) {
    const reply = await get(url);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(JSON.stringify(printed));
  }
});

it("lists clients as the page prints them", async () => {
  const reply = await get("/clients/");
  const { clients } = reply.json as { clients: { id: string }[] };
  expect(JSON.stringify(clients.find(({ id }) => id === listedClient.id))).toBe(JSON.stringify(listedClient));
});
