import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { userByEmail } from "../../../db/credentials";
import { sessionCookie } from "../../auth/cookies";
import { secret } from "../../auth/session";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { headersOf } from "../../testing/world";
import { routers } from "../surfaces";
import { pointerTo } from "./surface";

let cookie = "";

beforeAll(async () => {
  const email = demo().users.find(({ role }) => role === "reseller_admin")?.email ?? "";
  const user = await userByEmail(email);
  cookie = `${sessionCookie().name}=${await encode({ token: { sub: user?.id ?? "", at: Date.now() }, secret: secret() })}`;
});

const create = (headers: Record<string, string>) =>
  call(routers.portal, { method: "POST", url: "/api/v1/customers", headers, body: { name: "By a browser" } });

describe("a browser's session", () => {
  it("may read and write from the portal's own pages", async () => {
    expect((await call(routers.portal, { url: "/api/v1/customers", headers: { cookie } })).status).toBe(200);
    expect((await create({ cookie, "sec-fetch-site": "same-origin" })).status).toBe(201);
  });

  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.example" },
    { origin: "null" },
  ])("may write nothing for a page of another site: %j", async (headers) => {
    const { status, json } = await create({ cookie, ...headers });
    expect([status, (json as { code: string }).code]).toEqual([403, "permission.missing"]);
  });

  it("does not stand in for a key that is wrong", async () => {
    expect((await create({ cookie, authorization: "Bearer wrong" })).status).toBe(401);
    expect((await create({ cookie, authorization: "Basic wrong" })).status).toBe(401);
  });
});

it("points into what was sent, in its own names", () => {
  expect(pointerTo({ path: ["accounts", 0, "offerTypeMargins", "azurePlan", "value"] })).toBe(
    "/accounts/0/offer_type_margins/azurePlan/value",
  );
  expect(pointerTo({ path: ["accounts", 1, "data", "userName"] })).toBe("/accounts/1/data/userName");
  expect(pointerTo({ path: ["a/b~c", "taxId"] })).toBe("/a~1b~0c/tax_id");
  expect(pointerTo({ path: [] })).toBe("");
});

describe("what cannot be read", () => {
  const asked = async (method: string, path: string, body?: unknown) => {
    const url = `/api/v1${path}`;
    const { status, json } = await call(routers.portal, {
      method,
      url,
      headers: headersOf("portal", "reseller"),
      body,
    });
    expect(status).toBe(422);
    return (json as { errors: { pointer: string; detail: string }[] }).errors;
  };

  it("is named as the caller wrote it, with the field that was meant", async () => {
    const errors = await asked("POST", "/customers", { name: "N", resellerId: null, accounts: [{ providerId: "x" }] });
    expect(errors).toContainEqual(
      expect.objectContaining({ pointer: "/resellerId", detail: "is not a known field: use reseller_id" }),
    );
    expect(errors).toContainEqual(
      expect.objectContaining({ pointer: "/accounts/0/providerId", detail: "is not a known field: use provider_id" }),
    );
    expect(await asked("POST", "/customers", { name: "N", nonsense: 1 })).toMatchObject([
      { pointer: "/nonsense", detail: "is not a known field" },
    ]);
  });

  it.each([
    ["/customers?limit=10&limit=20", "/limit", "is given more than once"],
    ["/customers?country=de", "/country/0", "must be country codes of two capital letters, or none"],
    ["/customers?provider_id=x", "/provider_id/0", "must be ids of providers, or none"],
    ["/customers?status=,", "/status/0", "must be one of CONFIGURED, ACTIVE, DISABLED"],
  ])("is told with what would be right: %s", async (path, pointer, detail) => {
    expect(await asked("GET", path)).toContainEqual(expect.objectContaining({ pointer, detail }));
  });
});
