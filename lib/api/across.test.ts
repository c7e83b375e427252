import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { call, type Reply } from "../testing/call";
import { headersOf } from "../testing/world";
import { routers } from "./surfaces";

/** One customer, five spellings: what one surface writes, every other one says at once. */

type Json = Record<string, unknown>;
type Name = "imco" | "cloudapi" | "cockpit" | "cloudonix" | "ormuco";

const ask = (surface: Name, method: string, url: string, body?: unknown, caller: "reseller" | "csp" = "reseller") =>
  call(routers[surface], { method, url, headers: headersOf(surface, caller), body });

const good = async (reply: Promise<Reply>, status = 200): Promise<Json> => {
  const { status: was, text, json } = await reply;
  expect(was, text).toBe(status);
  return json as Json;
};

const cloudapi = async (method: string, args: Record<string, string>, caller: "reseller" | "csp" = "reseller") =>
  (
    await good(
      ask(
        "cloudapi",
        "GET",
        `/appserver/rest/cloud_api_customer/${method}?${new URLSearchParams(args)}`,
        undefined,
        caller,
      ),
    )
  ).result;

const company = (name: string) => ({
  companyName: name,
  taxId: "PT123456789",
  country: "PT",
  addressLine1: "Rua Augusta 1",
  addressLine2: "",
  city: "Lisboa",
  state: "Lisboa",
  zip: "1100-048",
  firstName: "Inês",
  middleName: "",
  lastName: "Gonçalves",
  email: "ines@example.com",
  phone: "+351 210 000 000",
});

/** How each surface that can make a customer makes one of that name, and answers its id. */
const makers: Record<string, (name: string) => Promise<string>> = {
  imco: async (name) => String((await good(ask("imco", "POST", "/v3/admin/customers", { name }), 201)).id),
  cloudapi: async (name) => String(await cloudapi("create", { name })),
  cockpit: async (name) => {
    const reply = await ask("cockpit", "POST", "/v1/Customers", company(name));
    expect(reply.status, reply.text).toBe(201);
    return reply.json as string;
  },
};

interface Shared {
  id: string;
  name: string;
  active: boolean;
  activated: boolean;
  city: string;
  country: string;
  addressLine1: string;
}

/** The same facts of the same customer, as each of the five says them; undefined is what a surface does not say. */
async function everywhere(id: string): Promise<Record<Name, Partial<Shared>>> {
  const imco = await good(ask("imco", "GET", `/v3/admin/customers/${id}`));
  const listed = ((await cloudapi("list", { customerguid: id })) as Json[])[0] ?? {};
  const cockpit = await good(ask("cockpit", "GET", `/v1/Customers/${id}`));
  const cloudonix = await good(ask("cloudonix", "GET", `/customers/${id}`));
  const { client } = (await good(ask("ormuco", "GET", `/reseller/account/v1/clients/${id}/`))) as {
    client: Json & { client_information: Json };
  };
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  return {
    imco: { id: imco.id as string, name: imco.name as string },
    cloudapi: {
      id: listed.guid as string,
      name: listed.name as string,
      active: listed.status !== "DISABLED",
      activated: listed.status === "ACTIVE",
      city: listed.city as string,
      country: listed.country as string,
      addressLine1: listed.address as string,
    },
    cockpit: {
      id: cockpit.id as string,
      name: cockpit.companyName as string,
      city: (cockpit.city as string) ?? "",
      country: cockpit.country ? english.of(cockpit.country as string) : "",
      addressLine1: (cockpit.addressLine1 as string) ?? "",
    },
    cloudonix: { id: cloudonix.uuid as string, name: cloudonix.name as string, active: cloudonix.active as boolean },
    ormuco: {
      id: client.id as string,
      name: client.client_information.company as string,
      activated: client.activated as boolean,
      city: client.client_information.city as string,
      country: client.client_information.country as string,
      addressLine1: client.client_information.address_1 as string,
    },
  };
}

async function expectEverywhere(id: string, facts: Partial<Shared>): Promise<void> {
  const said = await everywhere(id);
  for (const [surface, own] of Object.entries(said)) {
    for (const [fact, value] of Object.entries({ id, ...facts })) {
      if (fact in own) expect(own[fact as keyof Shared], `${surface} says of ${fact}`).toEqual(value);
    }
  }
}

describe.each(Object.entries(makers))("a customer made through %s", (maker, make) => {
  let id = "";
  beforeAll(async () => {
    id = await make(`Made by ${maker}`);
  });

  it("is the same through all five", () => expectEverywhere(id, { name: `Made by ${maker}`, active: true }));

  it("is changed through imco for all", async () => {
    await good(ask("imco", "PUT", `/v3/admin/customers/${id}`, { name: `Renamed ${maker}` }));
    await expectEverywhere(id, { name: `Renamed ${maker}` });
  });

  it("is changed through cloudapi for all", async () => {
    await cloudapi("updateModelProperties", {
      customerguid: id,
      city: "Porto",
      country: "Portugal",
      address: "Cais 2",
    });
    await cloudapi("setStatus", { customerguid: id, status: "ACTIVE" });
    const facts = { city: "Porto", country: "Portugal", addressLine1: "Cais 2", active: true, activated: true };
    await expectEverywhere(id, facts);
    await cloudapi("setStatus", { customerguid: id, status: "DISABLED" });
    await expectEverywhere(id, { active: false, activated: false });
  });

  it("is changed through cockpit for all", async () => {
    const customer = { ...company(`Cockpit ${maker}`), city: "Faro", country: "DE" };
    const reply = await ask("cockpit", "PATCH", `/v1/Customers/${id}/account-info`, { customer });
    expect(reply.status, reply.text).toBe(202);
    await expectEverywhere(id, { name: `Cockpit ${maker}`, city: "Faro", country: "Germany" });
  });

  it("is limited through cloudonix, and says so in both places", async () => {
    await good(ask("cloudonix", "PUT", `/customers/${id}/concurrency-limit`, { limit: 7 }));
    const { settings } = await good(ask("cloudonix", "GET", `/tenants/${id}`));
    expect(settings).toEqual({ "concurrency-limit": 7 });
  });

  it.each([
    ["imco", () => ask("imco", "DELETE", `/v3/admin/customers/${id}`), 204],
    ["cloudapi", () => ask("cloudapi", "GET", `/appserver/rest/cloud_api_customer/delete?customerguid=${id}`), 200],
    ["cockpit", () => ask("cockpit", "DELETE", `/v1/Customers/${id}`, undefined, "csp"), 202],
  ] as const)("deleted through %s is gone from all", async (_, remove, status) => {
    id = await make(`Deleted of ${maker}`);
    const reply = await remove();
    expect(reply.status, reply.text).toBe(status);
    const gone = [
      ask("imco", "GET", `/v3/admin/customers/${id}`),
      ask("cloudapi", "GET", `/appserver/rest/cloud_api_customer/list?customerguid=${id}`),
      ask("cockpit", "GET", `/v1/Customers/${id}`),
      ask("cloudonix", "GET", `/customers/${id}`),
      ask("ormuco", "GET", `/reseller/account/v1/clients/${id}/`),
    ];
    expect((await Promise.all(gone)).map((each) => each.status)).toEqual([404, 404, 404, 404, 404]);
    const lists = await Promise.all([
      ask("imco", "GET", "/v3/admin/customers"),
      ask("cloudapi", "GET", "/appserver/rest/cloud_api_customer/list"),
      ask("cockpit", "GET", "/v1/Customers?pageSize=2000"),
      ask("ormuco", "GET", "/reseller/account/v1/clients/"),
    ]);
    for (const list of lists) expect(list.text).not.toContain(id);
  });
});

describe("names", () => {
  const names = [
    "Café 🚀 Zürich 👩‍👩‍👧",
    "שלום עולם בע״מ",
    "شركة الأمل",
    "日本電気株式会社",
    "Ångström & Søn <A/S>",
    "a/b%2Fc?d#e",
    "100% ?name=x&y=z",
    "../..",
    "'; drop table customers; --",
    `${"😀".repeat(254)}é`,
  ];

  it.each(names)("%s survives every surface, and is found by its name in a path", async (name) => {
    for (const [maker, make] of Object.entries(makers)) {
      const own = name.length > 200 ? name : `${name} ${maker}`;
      const id = await make(own);
      await expectEverywhere(id, { name: own.normalize("NFC") });
      if (name.length > 200) continue;
      const found = await good(ask("cloudonix", "GET", `/customers/${encodeURIComponent(own)}`));
      expect(found.uuid).toBe(id);
      expect(await cloudapi("find", { name: own.toUpperCase().toLowerCase() })).toContain(id);
    }
  });

  it("are kept in NFC and trimmed, whichever way they came", async () => {
    const id = await makers.imco?.("  Cafe\u0301 Nord  ");
    await expectEverywhere(id ?? "", { name: "Café Nord" });
  });

  it("of several customers are told apart by their ids", async () => {
    const name = `Twins ${randomUUID().slice(0, 8)}`;
    const twins = [await makers.imco?.(name), await makers.cockpit?.(name)];
    const reply = await ask("cloudonix", "GET", `/customers/${encodeURIComponent(name)}`);
    expect(reply.status).toBe(409);
    for (const id of twins) expect(reply.text).toContain(id);
  });
});
