import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { askCockpit as ask, namedIn, refusalOf } from "../../testing/cockpit";
import { demo } from "../../testing/demo";
import type { Caller } from "../../testing/world";

type Json = Record<string, unknown>;
interface Shown extends Json {
  id: string;
  companyName: string;
  providerCustomers: Record<
    string,
    { providerCustomerData: string; margin: unknown; offerTypeMargins: unknown } & Json
  >;
}
interface Page {
  items: Shown[];
  totalCount: number;
  totalPages: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  continuationToken: string | null;
  paginationParameters: { pageNumber: number; pageSize: number };
}

const { resellers, providers, customers } = demo();
const [a, b] = resellers;
const microsoft = providers.find(({ kind }) => kind === "microsoft")?.id ?? "";
const aws = providers.find(({ kind }) => kind === "aws")?.id ?? "";
const data = JSON.stringify({ Domain: "Domain77", CredentialsEmail: "it@example.com" });
const markup = { marginRule: { name: "markup" }, value: 10.6 };

const company = {
  companyName: "Amber Quay",
  country: "PT",
  addressLine1: "Rua 1",
  city: "Porto",
  state: "Porto",
  zip: "4000",
  firstName: "Rui",
  lastName: "Faria",
  email: "rui@amberquay.example",
  phone: "22",
};

const create = async (change: Json = {}, caller: Caller = "reseller"): Promise<string> => {
  const reply = await ask(caller, "POST", "/v1/Customers", { ...company, ...change });
  expect(reply.status, reply.text).toBe(201);
  return JSON.parse(reply.text);
};
const withAccount = () =>
  create({ providerCustomers: { [microsoft]: { providerCustomerData: data, margin: markup } } });
const show = async (id: string): Promise<Shown> => (await ask("csp", "GET", `/v1/Customers/${id}`)).json as Shown;
const list = async (query: Record<string, string>, caller: Caller = "reseller"): Promise<Page> => {
  const reply = await ask(caller, "GET", `/v1/Customers?${new URLSearchParams(query)}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.json as Page;
};
const patch = (path: string, body: unknown, caller: Caller = "reseller") =>
  ask(caller, "PATCH", `/v1/Customers/${path}`, body);

describe("GET /v1/Customers", () => {
  it("answers the page's own query, empty parameters and all", async () => {
    const url =
      "/v1/Customers?pageNumber=1&pageSize=25&searchValue=&searchField=Company.Name&sortPropertyName=Company.Name&ascending=true&resellerId=&includeDeleted=false";
    const page = (await ask("reseller", "GET", url)).json as Page;
    expect(page.paginationParameters).toEqual({ pageNumber: 1, pageSize: 25 });
    expect(page).toEqual(await list({}));
    expect(page.items).toHaveLength(Math.min(25, page.totalCount));
  });

  it.each(["true", "false"])("pages by number and by token alike, ascending=%s", async (ascending) => {
    const { totalCount, items } = await list({ pageSize: "2000", ascending });
    expect(items).toHaveLength(totalCount);
    const ids: string[] = [];
    const byToken: string[] = [];
    let token = "";
    for (let pageNumber = 1; ; pageNumber++) {
      const page = await list({ PageNumber: String(pageNumber), pageSize: "7", ascending });
      const next = await list({ pageSize: "7", ascending, continuationToken: token });
      expect(next).toEqual(page);
      expect(page.hasPreviousPage).toBe(pageNumber > 1);
      expect(page.hasNextPage).toBe(pageNumber < page.totalPages);
      ids.push(...page.items.map(({ id }) => id));
      byToken.push(...next.items.map(({ id }) => id));
      if (!next.continuationToken) break;
      token = next.continuationToken;
    }
    expect(ids).toEqual(items.map(({ id }) => id));
    expect(byToken).toEqual(ids);
  });

  it("goes on behind the last one seen while customers come and go", async () => {
    const first = await list({ pageSize: "3" });
    await create({ companyName: "0 comes first" });
    const next = await list({ pageSize: "2000", continuationToken: first.continuationToken ?? "" });
    const seen = [...first.items, ...next.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("finds by each field, whatever the case, wildcards taken as they are", async () => {
    const mark = randomUUID().slice(0, 8);
    const made = await create({
      companyName: `Ünïcode 100%_${mark} GmbH`,
      internalIdentifier: `Ref-É${mark}`,
      providerCustomers: {
        [microsoft]: {
          providerCustomerId: `Tenant-${mark}`,
          providerCustomerData: JSON.stringify({ Domain: `Dom${mark}` }),
        },
      },
    });
    const found = async (searchField: string, searchValue: string) =>
      (await list({ searchField, searchValue })).items.map(({ id }) => id);
    expect(await found("Company.Name", `ÜNÏCODE 100%_${mark}`)).toEqual([made]);
    expect(await found("company.name", `unicode 100%_${mark}`)).toEqual([made]);
    expect(await found("", `100%_${mark}`)).toEqual([made]);
    expect(await found("Company.Name", `100__${mark}`)).toEqual([]);
    expect(await found("Domain", `dOM${mark}`)).toEqual([made]);
    expect(await found("Domain", `Dom${mark}.onmicrosoft.com`)).toEqual([made]);
    expect(await found("InternalIdentifier", `REF-É${mark}`)).toEqual([made]);
    expect(await found("ProviderCustomerId", `tenant-${mark}`)).toEqual([made]);
    expect(await found("ProviderCustomerId", `Ref-É${mark}`)).toEqual([]);
  });

  it("shows deleted customers where asked to, and then only there", async () => {
    const mark = randomUUID();
    const made = await create({ companyName: `Gone ${mark}` });
    expect((await ask("csp", "DELETE", `/v1/Customers/${made}`)).status).toBe(202);
    expect((await list({ searchValue: mark })).items).toEqual([]);
    expect((await list({ searchValue: mark, includeDeleted: "True" })).items.map(({ id }) => id)).toEqual([made]);
    expect((await ask("csp", "GET", `/v1/Customers/${made}`)).status).toBe(404);
  });

  it("keeps to one reseller: a CSP's choice, a reseller's own", async () => {
    const ofB = await list({ resellerId: b?.id ?? "", pageSize: "2000" }, "csp");
    expect(new Set(ofB.items.map(({ resellerId }) => resellerId))).toEqual(new Set([b?.id]));
    expect((await list({ resellerId: a?.id ?? "" })).totalCount).toBe((await list({})).totalCount);
    const status = async (caller: Caller, id: string) =>
      (await ask(caller, "GET", `/v1/Customers?resellerId=${id}`)).status;
    expect(await status("reseller", b?.id ?? "")).toBe(403);
    expect(await status("csp", randomUUID())).toBe(400);
  });

  it.each([
    ["pageSize", "2001"],
    ["pageSize", "0"],
    ["pageNumber", "0"],
    ["pageNumber", "one"],
    ["pageNumber", "1e300"],
    ["pageNumber", "0x1"],
    ["pageSize", " 5"],
    ["pageSize", "+5"],
    ["searchField", "Company.TaxId"],
    ["sortPropertyName", "Company.City"],
    ["ascending", "up"],
    ["includeDeleted", "2"],
    ["resellerId", "me"],
    ["continuationToken", "x"],
    ["continuationToken", Buffer.from(JSON.stringify(["name", "1 \u0000", ""])).toString("base64url")],
    ["searchValue", "a\u0000"],
  ])("refuses %s=%s by name", async (name, value) => {
    const reply = await ask("reseller", "GET", `/v1/Customers?${new URLSearchParams({ [name]: value })}`);
    expect([reply.status, ...namedIn(reply)]).toEqual([400, name]);
  });

  it("refuses a parameter given twice", async () => {
    expect((await ask("reseller", "GET", "/v1/Customers?pageSize=1&pageSize=2")).status).toBe(400);
  });
});

describe("one customer", () => {
  it("is shown where it has a relation with the reseller, else 403", async () => {
    const id = await create({ customerAssociations: [{ resellerId: b?.id }] });
    const status = async (resellerId: string) =>
      (await ask("csp", "GET", `/v1/Customers/${id}?resellerId=${resellerId}`)).status;
    expect(await status("")).toBe(200);
    expect(await status(a?.id ?? "")).toBe(200);
    expect(await status(b?.id ?? "")).toBe(200);
    expect(await status(randomUUID())).toBe(403);
    const plain = await create();
    expect((await ask("reseller", "GET", `/v1/Customers/${plain}?resellerId=${b?.id}`)).status).toBe(403);
  });

  it("of another tenant is as one that never was", async () => {
    const theirs = customers.find(({ resellerId }) => resellerId === b?.id)?.id ?? "";
    const bodyOf = (text: string, id: string) => text.replaceAll(id, "ID").replace(/"correlationId":"[^"]*"/, "");
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", "/account-info"],
      ["PATCH", `/margins/${microsoft}`],
      ["POST", "/provider-instances"],
    ] as const) {
      const none = randomUUID();
      const [one, other] = await Promise.all(
        [theirs, none].map((id) =>
          ask("reseller", method, `/v1/Customers/${id}${path}`, method === "GET" ? undefined : {}),
        ),
      );
      expect(one?.status).toBe(404);
      expect(bodyOf(one?.text ?? "", theirs)).toBe(bodyOf(other?.text ?? "", none));
    }
  });

  it("is deleted by a CSP alone, and a reseller's own account by nobody", async () => {
    const id = await create();
    expect((await ask("reseller", "DELETE", `/v1/Customers/${id}`)).status).toBe(403);
    expect((await ask("csp", "DELETE", `/v1/Customers/${a?.adminCustomerId}`)).status).toBe(409);
    const reply = await ask("csp", "DELETE", `/v1/Customers/${id}`);
    expect([reply.status, reply.text]).toEqual([202, ""]);
  });
});

describe("PATCH", () => {
  it("account-info changes what is sent and leaves the rest", async () => {
    const id = await create({ taxId: "1", middleName: "M" });
    const reply = await patch(`${id}/account-info`, { Customer: { CompanyName: "Amber Quay II", taxId: null } });
    expect([reply.status, reply.text]).toEqual([202, ""]);
    expect(await show(id)).toMatchObject({ ...company, companyName: "Amber Quay II", taxId: null, middleName: "M" });
    expect(namedIn(await patch(`${id}/account-info`, { customer: { zip: "" } }))).toEqual(["customer.zip"]);
    expect(namedIn(await patch(`${id}/account-info`, {}))).toEqual(["customer"]);
  });

  it("internal-identifier sets it and takes it away, for a relation that exists", async () => {
    const id = await create();
    expect((await patch(`${id}/internal-identifier`, { internalIdentifier: "X-1", resellerId: a?.id })).status).toBe(
      204,
    );
    expect((await show(id)).internalIdentifier).toBe("X-1");
    expect((await patch(`${id}/internal-identifier`, { internalIdentifier: null, resellerId: null })).status).toBe(204);
    expect((await show(id)).internalIdentifier).toBeNull();
    const stranger = { internalIdentifier: "X-2", resellerId: b?.id };
    expect((await patch(`${id}/internal-identifier`, stranger, "csp")).status).toBe(403);
  });

  it("margins changes one, the other or both", async () => {
    const id = await withAccount();
    const at = `${id}/margins/${microsoft.toUpperCase()}`;
    const shown = async () => (await show(id)).providerCustomers[microsoft];
    const split = { marginRule: { name: "splitMargin" }, value: 66.6667 };
    expect((await patch(at, { offerTypeMargins: { license: split } })).status).toBe(204);
    expect(await shown()).toMatchObject({ margin: markup, offerTypeMargins: { license: split } });
    expect((await patch(at, { margin: split, resellerId: a?.id })).status).toBe(204);
    expect(await shown()).toMatchObject({ margin: split, offerTypeMargins: { license: split } });
    expect((await patch(at, { margin: null, offerTypeMargins: null })).status).toBe(204);
    expect(await shown()).toMatchObject({ margin: null, offerTypeMargins: {} });
    expect(namedIn(await patch(at, { margin: { marginRule: { name: "margin" }, value: 100 } }))).toEqual([
      "margin.value",
    ]);
    expect(namedIn(await patch(at, {}))).toEqual(["margin"]);
    expect((await patch(at, { margin: split, resellerId: b?.id })).status).toBe(403);
    expect((await patch(`${id}/margins/${aws}`, { margin: split })).status).toBe(404);
  });

  it("microsoft-customer-agreement is kept in the data and as the agreement", async () => {
    const id = await withAccount();
    const before = (await show(id)).providerCustomers[microsoft];
    expect(before).toMatchObject({ microsoftCustomerAgreement: { status: { name: "required" }, dateAgreed: null } });
    const contact = { firstName: "Rui", lastName: "Faria", email: "rui@amberquay.example", phone: "22" };
    const body = { providerInstanceId: microsoft, agreementDate: "2026-02-03T00:00:00", ...contact };
    const reply = await patch(`${id}/microsoft-customer-agreement`, { ...body, keepPrimaryInformation: true });
    expect(reply.status).toBe(204);
    const after = (await show(id)).providerCustomers[microsoft];
    expect(after?.microsoftCustomerAgreement).toMatchObject({
      customerId: id,
      signatoryContact: contact,
      status: { name: "customeraccepted" },
      dateAgreed: "2026-02-03T00:00:00Z",
    });
    expect(JSON.parse(after?.providerCustomerData ?? "")).toMatchObject({
      ...JSON.parse(data),
      AcceptedMCA: true,
      AgreementDate: "2026-02-03T00:00:00Z",
      KeepPrimaryInformation: true,
      FirstName: "Rui",
    });
    for (const name of ["providerInstanceId", "agreementDate", "firstName", "lastName", "email"]) {
      const refused = await patch(`${id}/microsoft-customer-agreement`, { ...body, [name]: undefined });
      expect([refused.status, ...namedIn(refused)]).toEqual([400, name]);
    }
    const elsewhere = await patch(`${id}/microsoft-customer-agreement`, { ...body, providerInstanceId: aws });
    expect(elsewhere.status).toBe(404);
  });
});

describe("POST provider-instances", () => {
  it("adds an account once, and lets the customer use the provider", async () => {
    const id = await create();
    const add = (body: Json) => ask("reseller", "POST", `/v1/Customers/${id}/provider-instances`, body);
    const body = { providerInstanceId: microsoft, providerCustomerData: data, margin: markup, offerTypeMargins: null };
    expect((await add(body)).status).toBe(201);
    expect((await show(id)).providerCustomers[microsoft]).toMatchObject({ margin: markup, providerCustomerData: data });
    expect((await list({ searchField: "Domain", searchValue: "domain77" })).items.map((each) => each.id)).toContain(id);
    const again = await add(body);
    expect([again.status, refusalOf(again).type]).toEqual([409, "account_exists"]);
    const wrong = { ...body, providerCustomerData: JSON.stringify({ Domain: "a b" }) };
    expect(namedIn(await add(wrong))).toEqual(["providerCustomerData.Domain"]);
    expect(namedIn(await add({ ...body, providerInstanceId: randomUUID() }))).toEqual(["providerInstanceId"]);
    expect(namedIn(await add({ ...body, providerCustomerData: null }))).toEqual(["providerCustomerData.Domain"]);
  });
});

it("lists the provider instances open to the CSP, in pages", async () => {
  const pageOf = async (query: string) =>
    (await ask("reseller", "GET", `/v1/providers/instances?${query}`)).json as Page;
  const { items, ...around } = await pageOf("");
  expect(around).toEqual({
    paginationParameters: { pageNumber: 1, pageSize: 25 },
    totalCount: 5,
    totalPages: 1,
    hasNextPage: false,
    hasPreviousPage: false,
    continuationToken: null,
  });
  expect(items.find(({ id }) => id === microsoft)).toMatchObject({
    alias: "Microsoft",
    providerName: "Microsoft",
    imageUrl: expect.stringMatching(/^https?:\/\/[^/]+\/providers\/microsoft\.svg$/),
    offerTypes: expect.arrayContaining([{ name: "azurePlan" }]),
    supportedCountries: expect.arrayContaining(["PT"]),
  });
  for (const { imageUrl } of items) expect(existsSync(`public${new URL(String(imageUrl)).pathname}`)).toBe(true);
  expect(items.map(({ alias }) => alias)).not.toContain("Southport Private Cloud");
  expect(await pageOf("pageNumber=2&pageSize=2")).toMatchObject({ items: items.slice(2, 4), hasNextPage: true });
});

describe("POST /v1/Resellers", () => {
  const { zip, ...others } = company;
  const body = { ...others, companyName: "Birch & Co", zipCode: zip };

  it("makes a reseller with its own account, for a CSP alone", async () => {
    const reply = await ask("csp", "POST", "/v1/Resellers", body);
    expect(reply.status).toBe(201);
    const resellerId = JSON.parse(reply.text);
    const { items } = await list({ resellerId }, "csp");
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ ...company, companyName: "Birch & Co", resellerId });
    expect((await ask("csp", "DELETE", `/v1/Customers/${items[0]?.id}`)).status).toBe(409);
    const made = await create({ resellerId }, "csp");
    expect((await show(made)).resellerId).toBe(resellerId);
    expect((await ask("reseller", "POST", "/v1/Resellers", body)).status).toBe(403);
  });

  it("names what is wrong", async () => {
    expect(namedIn(await ask("csp", "POST", "/v1/Resellers", { ...body, zipCode: undefined, email: "x" }))).toEqual([
      "email",
      "zipCode",
    ]);
  });
});
