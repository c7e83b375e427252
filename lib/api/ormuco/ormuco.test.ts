import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { cspProviders, projectShares, projects, resources } from "@/db/schema";
import { newId } from "@/lib/core/ids";
import { resourceKinds } from "@/lib/core/resources";
import { grant } from "@/lib/core/scope";
import { createCustomer } from "@/lib/domain/customers/create";
import type { Customer } from "@/lib/domain/customers/customer";
import { deleteCustomer } from "@/lib/domain/customers/remove";
import { call } from "@/lib/testing/call";
import { demo } from "@/lib/testing/demo";
import { type Caller, headersOf, keyOf, resellerPrincipal } from "@/lib/testing/world";
import { routers } from "../surfaces";

const BASE = "/reseller/account/v1/clients";
const ask = (path: string, headers: Record<string, string>) => call(routers.ormuco, { url: `${BASE}${path}`, headers });
const get = (path: string, caller: Caller = "reseller") => ask(path, headersOf("ormuco", caller));

type Printed = Record<string, unknown> & { id: string; projects: string[] };
const clients = async (query = "", caller?: Caller) =>
  ((await get(`/${query}`, caller)).json as { clients: Printed[] }).clients;
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

const scope = () => grant(resellerPrincipal(), "customers:write");
const made = (name = `Made ${randomUUID().slice(0, 8)}`) => createCustomer(scope(), { name }, new Date());
const showcase = () => demo().customers.find((customer) => customer.showcase)!;
const openstack = () => demo().providers.find(({ kind }) => kind === "openstack")!;

/** A project with one server, shared with the guests. */
async function projectOf({ id: customerId, cspId, resellerId }: Customer, ...guests: Customer[]): Promise<string> {
  const now = new Date();
  const path = { cspId, resellerId, customerId };
  const projectId = newId(now);
  await client().transaction(async (db) => {
    await db.insert(projects).values({ ...path, id: projectId, providerId: openstack().id, name: "p", createdAt: now });
    for (const guest of guests) await db.insert(projectShares).values({ ...path, projectId, sharedWithId: guest.id });
    await db
      .insert(resources)
      .values({ ...path, projectId, id: newId(now), kind: "servers", name: "s", startedAt: now });
  });
  return projectId;
}

describe("who may call", () => {
  it("takes the vendor's header only", async () => {
    const bearer = { authorization: `Bearer ${keyOf("reseller")}` };
    expect((await ask("/", bearer)).json).toEqual({ error: "unauthorized", message: expect.any(String) });
    expect((await ask("/", bearer)).status).toBe(401);
    expect((await ask("/", {})).status).toBe(401);
    expect((await ask("/", { "x-reseller-api-key": keyOf("wrong") })).status).toBe(401);
    expect((await ask("/", { "X-Reseller-Api-Key": keyOf("reseller") })).status).toBe(200);
    expect((await get("/", "customer")).status).toBe(403);
    expect((await get("/", "readonly")).status).toBe(200);
  });

  it("shows a reseller its own clients, a CSP those of all its resellers", async () => {
    const { customers, resellers } = demo();
    const own = await clients();
    expect(new Set(own.map((each) => each.reseller_id))).toEqual(new Set([resellers[0]?.id]));
    expect(idsOf(own)).toEqual(
      expect.arrayContaining(idsOf(customers.filter((c) => c.resellerId === resellers[0]?.id))),
    );
    expect(idsOf(await clients("", "csp"))).toEqual(expect.arrayContaining(idsOf(customers)));
    expect(idsOf(await clients("", "other"))).not.toContain(showcase().id);
  });
});

describe("the list of clients", () => {
  it("keeps to those at a provider, whether the project is theirs or shared", async () => {
    const [owner, guest, none] = [await made(), await made(), await made()];
    await projectOf(owner, guest);
    const found = idsOf(await clients(`?provider_id=${openstack().id.toUpperCase()}`));
    expect(found).toEqual(expect.arrayContaining([owner.id, guest.id]));
    expect(found).not.toContain(none.id);
    expect(new Set(found).size).toBe(found.length);
    expect(await clients(`?provider_id=${randomUUID()}`)).toEqual([]);
  });

  it.each(["provider_id=x", "provider_id=", "provider_id=1&provider_id=2", "include_deleted=maybe"])(
    "refuses %s",
    async (query) => {
      const reply = await get(`/?${query}`);
      expect([reply.status, reply.json]).toEqual([400, { error: "bad_request", message: expect.any(String) }]);
    },
  );

  it("lists deleted clients only where asked for", async () => {
    const gone = await made();
    await deleteCustomer(scope(), gone.id, new Date("2026-11-01T10:00:00.250Z"));
    expect(idsOf(await clients())).not.toContain(gone.id);
    expect(idsOf(await clients("?include_deleted=false"))).not.toContain(gone.id);
    const listed = (await clients("?include_deleted=true")).find(({ id }) => id === gone.id);
    expect(listed).toMatchObject({ deleted: true, date_deleted: "2026-11-01T10:00:00.250000+00:00" });
    expect((await get(`/${gone.id}/`)).status).toBe(404);
  });

  it("tells a language of two letters, also of a client that never named one", async () => {
    const { id } = await made();
    const [all, one] = [await clients(), (await clients()).find((each) => each.id === id)];
    const languages = all.map(({ client_information }) => (client_information as { language: string }).language);
    expect(languages.filter((language) => !/^[a-z]{2}$/.test(language))).toEqual([]);
    expect(one).toMatchObject({ client_information: { language: "en", phone_extension: "" } });
  });

  it("ignores what the vendor does not document", async () => {
    expect((await get("/?page=2&nonsense=1")).status).toBe(200);
  });
});

describe("shared projects", () => {
  it("count for the guest too, and only once", async () => {
    const [owner, guest] = [await made(), await made()];
    const id = await projectOf(owner, guest, owner);
    for (const customer of [owner, guest]) {
      const { client: shown } = (await get(`/${customer.id}/`)).json as { client: Printed };
      expect(shown.projects).toEqual([id]);
      expect((await get(`/${customer.id}/projects/`)).json).toMatchObject({
        projects: [{ id, provider: openstack().id }],
      });
      expect((await get(`/${customer.id}/providers/`)).json).toMatchObject({
        providers: [{ id: openstack().id, name: openstack().name, projects: [{ id, name: "p" }] }],
      });
      const { providers } = (await get(`/${customer.id}/resources/`)).json as {
        providers: { projects: { resources: { servers: unknown[] } }[] }[];
      };
      expect(providers.map(({ projects }) => projects.map(({ resources }) => resources.servers.length))).toEqual([[1]]);
      expect((await get(`/${customer.id}/projects/${id}/resources/`)).status).toBe(200);
    }
    expect((await get(`/${(await made()).id}/projects/${id}/resources/`)).json).toEqual({
      error: "not_found",
      message: "Project not found",
    });
  });

  it("go with their owner", async () => {
    const [owner, guest] = [await made(), await made()];
    const id = await projectOf(owner, guest);
    await deleteCustomer(scope(), owner.id, new Date());
    expect((await get(`/${guest.id}/resources/`)).json).toEqual({ providers: [] });
    expect((await get(`/${guest.id}/projects/`)).json).toEqual({ projects: [] });
    expect((await get(`/${guest.id}/`)).json).toMatchObject({ client: { projects: [] } });
    expect((await get(`/${guest.id}/projects/${id}/resources/`)).status).toBe(404);
    expect(idsOf(await clients(`?provider_id=${openstack().id}`))).not.toContain(guest.id);
  });
});

describe("the showcase", () => {
  type Tree = {
    id: string;
    name: string;
    projects: { id: string; name: string; resources: Record<string, never[]> }[];
  };
  const tree = async () => ((await get(`/${showcase().id}/resources/`)).json as { providers: Tree[] }).providers;

  it("has all nine kinds in each project, live and ended, in the order of their start", async () => {
    const projects = (await tree()).flatMap(({ projects }) => projects);
    const kinds = [...resourceKinds, "object_storage"].sort();
    for (const { resources } of projects) expect(Object.keys(resources).sort()).toEqual(kinds);
    const every = projects.flatMap(({ resources }) => resourceKinds.flatMap((kind) => resources[kind] as Printed[]));
    expect(every.some(({ end_date }) => end_date === null)).toBe(true);
    expect(every.some(({ end_date }) => end_date !== null)).toBe(true);
    for (const { resources } of projects) {
      for (const kind of resourceKinds) {
        const starts = (resources[kind] as unknown as { start_date: string }[]).map((each) =>
          Date.parse(each.start_date),
        );
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }
    }
  });

  it("says the same in all three nestings", async () => {
    const providers = await tree();
    expect(providers.length).toBeGreaterThan(1);
    for (const provider of providers) {
      const one = await get(`/${showcase().id}/providers/${provider.id}/resources/`);
      expect(one.json).toEqual({ provider });
      for (const project of provider.projects) {
        expect((await get(`/${showcase().id}/projects/${project.id}/resources/`)).json).toEqual({ project });
      }
    }
    const stored = await client().reader.select().from(projects).where(eq(projects.customerId, showcase().id));
    const shown = providers.flatMap(({ projects }) => idsOf(projects));
    expect(shown).toEqual(expect.arrayContaining(idsOf(stored)));
  });
});

it("names the providers of a client in one order, whatever was made first", async () => {
  const { id: customerId, cspId, resellerId } = await made();
  const now = new Date();
  const path = { cspId, resellerId, customerId };
  const open = await client().reader.select().from(cspProviders).where(eq(cspProviders.cspId, cspId));
  const providerIds = open.map(({ providerId }) => providerId);
  for (const ids of [providerIds, providerIds.toReversed()]) {
    await client().transaction(async (db) => {
      await db.delete(projects).where(eq(projects.customerId, customerId));
      for (const [index, providerId] of ids.entries()) {
        const createdAt = new Date(now.getTime() + index);
        await db.insert(projects).values({ ...path, id: newId(createdAt), providerId, name: "p", createdAt });
      }
    });
    const order = async (below: string) =>
      idsOf(((await get(`/${customerId}/${below}/`)).json as { providers: { id: string }[] }).providers);
    expect(await order("providers")).toHaveLength(ids.length);
    expect(await order("providers")).toEqual(await order("resources"));
  }
});

it.each(["x", randomUUID(), "self"])("finds neither client, provider nor project %s", async (id) => {
  const paths = [`/${id}/`, `/${id}/providers/`, `/${id}/projects/`, `/${id}/resources/`];
  const below = [`/${showcase().id}/providers/${id}/resources/`, `/${showcase().id}/projects/${id}/resources/`];
  for (const path of [...paths, ...below]) {
    const reply = await get(path);
    expect([reply.status, (reply.json as { error: string }).error]).toEqual([404, "not_found"]);
  }
});

it("hides a provider that only another CSP has", async () => {
  const open = new Set(
    (
      (await call(routers.imco, { url: "/v3/cloud/cloud_providers", headers: headersOf("imco", "csp") })).json as {
        id: string;
      }[]
    ).map(({ id }) => id),
  );
  const hidden = demo().providers.filter(({ id }) => !open.has(id));
  expect(hidden.length).toBeGreaterThan(0);
  for (const { id } of hidden) expect((await get(`/${showcase().id}/providers/${id}/resources/`)).status).toBe(404);
});
