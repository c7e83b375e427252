import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { askCockpit as ask, namedIn as named, refusalOf as refusal } from "../../testing/cockpit";
import { demo } from "../../testing/demo";
import type { Caller } from "../../testing/world";

type Json = Record<string, unknown>;
interface Shown extends Json {
  id: string;
  resellerId: string | null;
  providerCustomers: Record<string, Json>;
}
const { resellers, providers, customers, keys } = demo();
const [a, b] = resellers;
const other = resellers.find(({ cspId }) => cspId !== a?.cspId);
const idOf = (name: string) => providers.find((provider) => provider.name === name)?.id ?? "";
const microsoft = idOf("Microsoft");
const aws = idOf("AWS");

const post = (body: unknown, caller: Caller = "reseller") => ask(caller, "POST", "/v1/Customers", body);
const show = async (id: string, caller: Caller = "csp"): Promise<Shown> =>
  (await ask(caller, "GET", `/v1/Customers/${id}`)).json as Shown;

/** The payload of cockpit.txt, to the letter. */
const page = `{"id":"string","companyName":"string","taxId":"string","country":"PT","addressLine1":"string","addressLine2":"string","city":"string","state":"string","zip":"string","firstName":"string","middleName":"string","lastName":"string","email":"string","phone":"string","internalIdentifier":"string","resellerId":"string","providerCustomers":{"cb3cd15b-1d6e-45be-b493-c71549cbfd87":{"providerName":"Microsoft","providerInstanceId":"cb3cd15b-1d6e-45be-b493-c71549cbfd87","providerCustomerId":"f574cf12-a7d6-43fe-9663-1af97b04e5ab","providerCustomerData":"{\\"Domain\\":\\"TestDomain\\",\\"CredentialsEmail\\":\\"test@email.com\\",\\"AcceptedMCA\\":true,\\"AgreementDate\\":\\"2022-12-28T00:00:00Z\\",\\"KeepPrimaryInformation\\":true,\\"FirstName\\":\\"Test\\",\\"LastName\\":\\"Test\\",\\"Email\\":\\"test@email.com\\",\\"Phone\\":\\"921231231\\",\\"DefaultCulture\\":\\"en-US\\",\\"Language\\":\\"en\\",\\"AssociatedPartnerId\\":null,\\"Qualifications\\":[],\\"EnableGDAP\\":true}","margin":{"marginRule":{"name":"markup"},"value":10.6},"offerTypeMargins":{"Value":{"license":{"MarginRule":{"Name":"markup"},"Value":10}}},"microsoftCustomerAgreement":{"customerId":"3fa85f64-5717-4562-b3fc-2c963f66afa6","providerInstanceId":"cb3cd15b-1d6e-45be-b493-c71549cbfd87","signatoryContact":null,"status":{"name":"required"},"attestationId":null,"lastUpdate":null,"dateAgreed":null}}},"customerAssociations":[{"resellerId":"string","name":"string"}]}`;

/** The same with ids that exist here, and texts where the page has placeholders. */
function filled(change: Json = {}): Shown {
  const body = JSON.parse(page.replaceAll("cb3cd15b-1d6e-45be-b493-c71549cbfd87", microsoft));
  return {
    ...body,
    id: randomUUID(),
    email: "someone@example.com",
    resellerId: a?.id,
    customerAssociations: [{ resellerId: b?.id, name: "Partner" }],
    ...change,
  };
}
const account = (change: Json = {}) => {
  const body = filled();
  return filled({ providerCustomers: { [microsoft]: { ...body.providerCustomers[microsoft], ...change } } });
};
const dataOf = (change: Json) => {
  const said = JSON.parse(String(filled().providerCustomers[microsoft]?.providerCustomerData));
  return account({ providerCustomerData: JSON.stringify({ ...said, ...change }) });
};
const lean = (change: Json = {}) =>
  filled({ id: undefined, providerCustomers: {}, customerAssociations: null, ...change });

describe("the page's own call", () => {
  it("is refused with its placeholders, each of them named", async () => {
    const reply = await ask("reseller", "POST", "/v1/Customers", page, {
      "content-type": "application/json",
      "x-correlation-id": "string",
    });
    expect(reply.status).toBe(400);
    expect(named(reply)).toEqual(["id", "email", "resellerId", "customerAssociations[0].resellerId"]);
    expect(refusal(reply)).toMatchObject({ statusCode: 400, type: "validation_failed", correlationId: "string" });
    expect(reply.headers["x-correlation-id"]).toBe("string");
  });

  it.each(["csp", "reseller"] as const)("makes the customer for a %s once they are filled", async (caller) => {
    const body = filled();
    const reply = await post(body, caller);
    expect(reply.text).toBe(JSON.stringify(body.id));
    expect(reply.status).toBe(201);
    const shown = await show(body.id, caller);
    const {
      offerTypeMargins: _,
      providerCustomerData,
      microsoftCustomerAgreement,
      ...sent
    } = body.providerCustomers[microsoft] ?? {};
    const { providerCustomers, ...company } = body;
    expect(shown).toEqual({
      ...company,
      providerCustomers: {
        [microsoft]: {
          ...sent,
          providerCustomerData: expect.any(String),
          offerTypeMargins: { license: { marginRule: { name: "markup" }, value: 10 } },
          microsoftCustomerAgreement: {
            ...(microsoftCustomerAgreement as Json),
            customerId: body.id,
          },
        },
      },
    });
    expect(JSON.parse(String(shown.providerCustomers[microsoft]?.providerCustomerData))).toEqual(
      JSON.parse(String(providerCustomerData)),
    );
    expect(Object.keys(providerCustomers)).toEqual([microsoft]);
  });

  it("is told that what has to be said is required, whether it is left out or null", async () => {
    for (const phone of [undefined, null]) {
      expect(refusal(await post({ ...filled(), phone })).errors).toEqual([
        { propertyName: "phone", description: ["is required"] },
      ]);
    }
  });

  it("makes the same customer again from what GET answers", async () => {
    const ofId = (text: Shown) => JSON.parse(JSON.stringify(text).replaceAll(text.id, "ID"));
    for (const agreement of [
      { status: { name: "required" }, dateAgreed: null, lastUpdate: null },
      { status: { name: "customeraccepted" }, dateAgreed: "2026-01-15T00:00:00Z", lastUpdate: null },
      undefined,
    ]) {
      const body = filled();
      Object.assign(body.providerCustomers[microsoft]!, { microsoftCustomerAgreement: agreement });
      expect((await post(body)).status).toBe(201);
      const shown = await show(body.id);
      const { dateAgreed, lastUpdate } = shown.providerCustomers[microsoft]!.microsoftCustomerAgreement as Json;
      expect(lastUpdate === null).toBe(dateAgreed === null);
      const id = randomUUID();
      expect((await post({ ...shown, id })).status).toBe(201);
      expect(ofId(await show(id))).toEqual(ofId(shown));
    }
  });
});

describe("names", () => {
  it("are known in any case, also inside the JSON text; paths too", async () => {
    const upper = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(upper);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toUpperCase(), upper(inner)]));
    };
    const body = filled();
    const entry = body.providerCustomers[microsoft] as Json;
    const data = JSON.stringify(upper(JSON.parse(String(entry.providerCustomerData))));
    const shouted = upper({ ...body, providerCustomers: { [microsoft]: { ...entry, providerCustomerData: data } } });
    const reply = await ask("reseller", "POST", "/V1/CUSTOMERS/", shouted);
    expect(reply.status, reply.text).toBe(201);
    await post({ ...body, id: randomUUID() });
    const plain = await show(body.id);
    expect(plain).toMatchObject({ companyName: "string", customerAssociations: body.customerAssociations });
    expect(JSON.parse(String(plain.providerCustomers[microsoft]?.providerCustomerData)).Domain).toBe("TestDomain");
    expect((await ask("reseller", "GET", `/v1/customers/${body.id.toUpperCase()}`)).status).toBe(200);
  });

  it("take the last of two that differ in case, and leave unknown ones alone", async () => {
    const body = lean({ CompanyName: "Second Ltd", colour: "red", __proto__x: 1 });
    const reply = await post(body);
    expect(reply.status).toBe(201);
    expect((await show(JSON.parse(reply.text))).companyName).toBe("Second Ltd");
  });

  it.each([
    ["markup", 1000],
    ["MARGIN", 99.9999],
    ["splitmargin", 0],
    ["ErpMinusDiscount", 12.5],
  ])("of the rule %s and offer types with and without wrapper", async (name, value) => {
    const margin = { marginRule: { name }, value };
    for (const offerTypeMargins of [{ AZUREPLAN: margin }, { value: { AzurePlan: margin } }]) {
      const body = account({ margin, offerTypeMargins });
      expect((await post(body)).status).toBe(201);
      const shown = (await show(body.id)).providerCustomers[microsoft] as { margin: Json; offerTypeMargins: Json };
      expect(shown.margin.value).toBe(value);
      expect(shown.offerTypeMargins).toEqual({ azurePlan: shown.margin });
    }
  });
});

describe("what is wrong is named by its path", () => {
  const at = `providerCustomers[${microsoft}]`;
  const required = ["companyName", "country", "addressLine1", "city", "state", "zip", "firstName", "lastName"];

  it("for every required property", async () => {
    for (const name of [...required, "email", "phone"]) {
      for (const value of [undefined, null, "", 7]) {
        expect(named(await post(lean({ [name]: value }))), `${name} ${value}`).toEqual([name]);
      }
    }
  });

  it.each([
    ["zip", "1".repeat(31)],
    ["phone", "1".repeat(31)],
    ["city", "é".repeat(256)],
    ["companyName", "self"],
    ["companyName", randomUUID()],
    ["companyName", "a\u0000b"],
    ["country", "XX"],
    ["country", "PRT"],
    ["email", "nobody"],
    ["id", "12"],
    ["resellerId", "direct"],
    ["providerCustomers", []],
    ["customerAssociations", {}],
  ])("for %s %j", async (name, value) => expect(named(await post(lean({ [name]: value })))).toEqual([name]));

  it.each<[string, Json]>([
    ["Domain", { Domain: "a".repeat(28) }],
    ["Domain", { Domain: "test.domain" }],
    ["Domain", { Domain: undefined }],
    ["CredentialsEmail", { CredentialsEmail: "nobody" }],
    ["AcceptedMCA", { AcceptedMCA: "yes" }],
    ["AgreementDate", { AgreementDate: null }],
    ["AgreementDate", { AgreementDate: "yesterday" }],
    ["FirstName", { FirstName: "" }],
    ["LastName", { LastName: null }],
    ["Email", { Email: null }],
    ["DefaultCulture", { DefaultCulture: "en_US" }],
    ["Qualifications", { Qualifications: "Education" }],
    ["EnableGDAP", { EnableGDAP: 1 }],
  ])("for %s inside the text: %j", async (name, change) => {
    const expected = [`${at}.providerCustomerData.${name}`];
    const body = dataOf(change);
    expect(named(await post(body))).toEqual(expected);
    const unnamed = { ...body.providerCustomers[microsoft], providerName: null };
    expect(named(await post({ ...body, providerCustomers: { [microsoft]: unnamed } }))).toEqual(expected);
  });

  it("all at once, whatever it is", async () => {
    const body = dataOf({ Domain: "-", Email: "nobody" });
    const entry = { ...body.providerCustomers[microsoft], margin: { marginRule: { name: "half" }, value: 1 } };
    const reply = await post({ ...body, city: "", providerCustomers: { [microsoft]: entry } });
    expect(named(reply).sort()).toEqual(
      [
        "city",
        `${at}.margin.marginRule.name`,
        `${at}.providerCustomerData.Domain`,
        `${at}.providerCustomerData.Email`,
      ].sort(),
    );
  });

  it.each<[string, Json]>([
    ["providerCustomerData", { providerCustomerData: "{" }],
    ["providerCustomerData", { providerCustomerData: "[]" }],
    ["providerCustomerData", { providerCustomerData: { Domain: "a" } }],
    ["providerCustomerData", { providerCustomerData: `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}` }],
    ["providerInstanceId", { providerInstanceId: randomUUID() }],
    ["margin.value", { margin: { marginRule: { name: "markup" }, value: 1000.5 } }],
    ["margin.value", { margin: { marginRule: { name: "margin" }, value: 100 } }],
    ["margin.value", { margin: { marginRule: { name: "markup" }, value: 1.00001 } }],
    ["margin.value", { margin: { marginRule: { name: "markup" }, value: -1 } }],
    ["margin.value", { margin: { marginRule: { name: "markup" }, value: "10" } }],
    ["margin.marginRule", { margin: { value: 1 } }],
    ["offerTypeMargins.unheardOf", { offerTypeMargins: { unheardOf: null } }],
    [
      "offerTypeMargins.Value.license.value",
      { offerTypeMargins: { Value: { license: { marginRule: { name: "margin" }, value: 100 } } } },
    ],
    ["microsoftCustomerAgreement.status.name", { microsoftCustomerAgreement: { status: { name: "signed" } } }],
    ["microsoftCustomerAgreement.dateAgreed", { microsoftCustomerAgreement: { dateAgreed: "0001-01-01T00:00:00" } }],
    [
      "microsoftCustomerAgreement.providerInstanceId",
      { microsoftCustomerAgreement: { providerInstanceId: randomUUID() } },
    ],
  ])("for %s of a provider customer (%#)", async (path, change) => {
    expect(named(await post(account(change)))).toEqual([`${at}.${path}`]);
  });

  it("for providers that do not exist, are not open, are named twice or are no ids", async () => {
    const southport = idOf("Southport Private Cloud");
    for (const id of [randomUUID(), southport]) {
      const reply = await post(lean({ providerCustomers: { [id]: {} } }));
      expect([reply.status, ...named(reply)]).toEqual([400, `providerCustomers[${id}].providerInstanceId`]);
    }
    const upper = microsoft.toUpperCase();
    const twice = { ...filled().providerCustomers, [upper]: filled().providerCustomers[microsoft] };
    expect(named(await post(lean({ providerCustomers: twice })))).toEqual([`providerCustomers[${upper}]`]);
    expect(named(await post(lean({ providerCustomers: { x: {} } })))).toEqual(["providerCustomers[x]"]);
  });

  it("for partners that the CSP does not have, or that are named twice", async () => {
    const partner = (resellerId?: string) => ({ resellerId });
    const lists = [
      [partner(b?.id), partner(other?.id)],
      [partner(b?.id), partner(b?.id)],
    ];
    for (const customerAssociations of lists) {
      expect(named(await post(lean({ customerAssociations })))).toEqual(["customerAssociations[1].resellerId"]);
    }
  });
});

describe("a create is all or nothing", () => {
  it("leaves no customer behind whose account or partner was refused", async () => {
    for (const change of [
      { providerCustomers: { [randomUUID()]: {} } },
      { customerAssociations: [{ resellerId: randomUUID() }] },
    ]) {
      const body = filled(change);
      expect((await post(body)).status).toBe(400);
      expect((await ask("csp", "GET", `/v1/Customers/${body.id}`)).status).toBe(404);
    }
  });

  it("refuses an id that is taken anywhere, by whomever", async () => {
    const theirs = customers.find(({ resellerId }) => resellerId === b?.id)?.id;
    for (const caller of ["reseller", "other"] as const) {
      const reply = await post(
        filled({ id: theirs, resellerId: null, customerAssociations: [], providerCustomers: {} }),
        caller,
      );
      expect([reply.status, ...named(reply)]).toEqual([409, "id"]);
      expect(refusal(reply).type).toBe("customer_id_taken");
    }
  });

  it("keeps the correlation id with every audit entry, and makes one where none came", async () => {
    const correlationId = `order ${randomUUID()}`;
    await ask("reseller", "POST", "/v1/Customers", filled(), { "x-correlation-id": correlationId });
    const entries = await client()
      .reader.select()
      .from(auditEntries)
      .where(eq(auditEntries.correlationId, correlationId));
    expect(entries.map(({ subject }) => subject).sort()).toEqual(
      ["allowed_provider", "association", "customer", "provider_account"].sort(),
    );
    const keyId = keys.find(({ name }) => name === "reseller-a")?.keyId;
    expect(new Set(entries.map(({ surface, actorId }) => `${surface} ${actorId}`))).toEqual(
      new Set([`cockpit ${keyId}`]),
    );
    const reply = await post(lean());
    expect(reply.headers["x-correlation-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(["", "é", "x".repeat(129), "a\tb"])("refuses the correlation id %j", async (id) => {
    const reply = await ask("reseller", "POST", "/v1/Customers", lean(), { "x-correlation-id": id });
    expect([reply.status, ...named(reply)]).toEqual([400, "X-Correlation-Id"]);
    const stranger = await ask("nobody", "POST", "/v1/Customers", lean(), { "x-correlation-id": id });
    expect(stranger.status).toBe(401);
  });

  it("takes a customer without providers, and one at a provider of another kind", async () => {
    expect((await post(lean({ providerCustomers: undefined }))).status).toBe(201);
    const body = filled({ providerCustomers: { [aws]: { providerCustomerData: '{"Region":"eu-west-1"}' } } });
    expect((await post(body)).status).toBe(201);
    expect((await show(body.id)).providerCustomers).toEqual({
      [aws]: {
        providerName: "AWS",
        providerInstanceId: aws,
        providerCustomerId: null,
        providerCustomerData: '{"Region":"eu-west-1"}',
        margin: null,
        offerTypeMargins: {},
        microsoftCustomerAgreement: null,
      },
    });
  });
});

describe("who may name which reseller", () => {
  it("null is the caller's own, and the CSP's direct customers", async () => {
    const mine = await post(lean({ resellerId: null }));
    expect((await show(JSON.parse(mine.text))).resellerId).toBe(a?.id);
    const direct = await post(lean({ resellerId: null }), "csp");
    expect((await show(JSON.parse(direct.text))).resellerId).toBeNull();
    const unset = await post(lean({ resellerId: "00000000-0000-0000-0000-000000000000" }), "csp");
    expect((await show(JSON.parse(unset.text))).resellerId).toBeNull();
  });

  it("a reseller may name itself alone; whether another exists does not matter", async () => {
    for (const resellerId of [b?.id, other?.id, randomUUID()]) {
      const reply = await post(lean({ resellerId }));
      expect([reply.status, refusal(reply).type]).toEqual([403, "forbidden"]);
    }
  });

  it("a CSP may name those that it has", async () => {
    expect((await post(lean({ resellerId: b?.id }), "csp")).status).toBe(201);
    for (const resellerId of [other?.id, randomUUID()]) {
      const reply = await post(lean({ resellerId }), "csp");
      expect([reply.status, ...named(reply)]).toEqual([400, "resellerId"]);
    }
  });
});

describe("X-Tenant", () => {
  it("is told after the credentials: missing 400, not the caller's 403", async () => {
    const tenant = (value?: string) => ({ "x-tenant": value });
    const get = async (caller: Caller, value?: string) =>
      (await ask(caller, "GET", "/v1/Customers", undefined, tenant(value))).status;
    const [mine, theirs] = demo().csps.map(({ domain }) => domain);
    expect(await get("wrong")).toBe(401);
    expect(await get("nobody", theirs)).toBe(401);
    expect(await get("reseller")).toBe(400);
    expect(await get("reseller", theirs)).toBe(403);
    expect(await get("reseller", "portal.cloudcockpit.com")).toBe(403);
    expect(await get("reseller", mine?.toUpperCase())).toBe(200);
    const reply = await ask("reseller", "GET", "/v1/Customers", undefined, tenant());
    expect(named(reply)).toEqual(["X-Tenant"]);
    expect((await ask("readonly", "POST", "/v1/Customers", {}, tenant())).status).toBe(403);
  });
});
