import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { userByEmail } from "../../../db/credentials";
import { sessionCookie } from "../../auth/cookies";
import { secret } from "../../auth/session";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
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
  expect(pointerTo(["accounts", 0, "offerTypeMargins", "azurePlan", "value"])).toBe(
    "/accounts/0/offer_type_margins/azurePlan/value",
  );
  expect(pointerTo(["accounts", 1, "data", "userName"])).toBe("/accounts/1/data/userName");
  expect(pointerTo(["a/b~c", "taxId"])).toBe("/a~1b~0c/tax_id");
  expect(pointerTo([])).toBe("");
});
