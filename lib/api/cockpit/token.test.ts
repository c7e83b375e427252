import { eq } from "drizzle-orm";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { call } from "../../testing/call";
import { demo } from "../../testing/demo";
import { headersOf } from "../../testing/world";
import { routers } from "../surfaces";

const { keys, csps } = demo();
const keyNamed = (name: string) => keys.find((key) => key.name === name);

const form = (name: string, change: Record<string, string | undefined> = {}) => {
  const key = keyNamed(name);
  const fields = { client_id: key?.keyId, client_secret: key?.key, grant_type: "client_credentials", ...change };
  return new URLSearchParams(
    Object.entries({ scope: "api://portal/.default", ...fields }).filter(([, v]) => v !== undefined) as never,
  );
};
const token = (body: URLSearchParams | string, type = "application/x-www-form-urlencoded", basic?: string) =>
  call(routers.cockpit, {
    method: "POST",
    url: "/oauth2/v2.0/token",
    body: String(body),
    headers: {
      "content-type": type,
      ...(basic !== undefined && { authorization: `Basic ${Buffer.from(basic).toString("base64")}` }),
    },
  });
const tokenOf = async (name: string): Promise<string> =>
  ((await token(form(name))).json as { access_token: string }).access_token;

const customersWith = (bearer: string, surface: "cockpit" | "imco" = "cockpit") =>
  call(routers[surface], {
    url: surface === "cockpit" ? "/v1/Customers" : "/v3/admin/customers",
    headers: { ...headersOf("cockpit", "reseller"), authorization: `Bearer ${bearer}` },
  });

describe("the token endpoint", () => {
  it("answers as an OAuth server does, and the token opens what its key opens", async () => {
    const reply = await token(form("reseller-a"));
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      token_type: "Bearer",
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.stringMatching(/^eyJ[\w-]*\.[\w-]+\.[\w-]+$/),
    });
    expect(reply.headers).toMatchObject({ "cache-control": "no-store", pragma: "no-cache" });
    const bearer = (reply.json as { access_token: string }).access_token;
    const direct = await customersWith(keyNamed("reseller-a")?.key ?? "");
    expect((await customersWith(bearer)).json).toEqual(direct.json);
    expect((await customersWith(bearer, "imco")).status).toBe(401);
  });

  it("gives no more rights than the key has, at the portal of its CSP", async () => {
    const bearer = `Bearer ${await tokenOf("reseller-a-readonly")}`;
    const headers = { authorization: bearer, "x-tenant": csps[0]?.domain ?? "" };
    const post = { method: "POST", url: "/v1/Customers", body: {} };
    expect((await call(routers.cockpit, { ...post, headers })).status).toBe(403);
    const other = { authorization: `Bearer ${await tokenOf("other-csp")}`, "x-tenant": csps[0]?.domain ?? "" };
    expect((await call(routers.cockpit, { ...post, headers: other })).status).toBe(403);
    const customers = { authorization: `Bearer ${await tokenOf("customer-a")}`, "x-tenant": csps[0]?.domain ?? "" };
    expect((await call(routers.cockpit, { ...post, headers: customers })).status).toBe(403);
  });

  it.each([
    ["invalid_client", 401, { client_secret: "XI0123456789ABCDEF0123456789ABCDEF" }],
    ["invalid_client", 401, { client_secret: "wrong" }],
    ["invalid_client", 401, { client_id: keyNamed("reseller-b")?.keyId }],
    ["unsupported_grant_type", 400, { grant_type: "password" }],
    ["invalid_request", 400, { grant_type: undefined }],
    ["invalid_request", 400, { grant_type: "" }],
    ["invalid_request", 400, { client_id: undefined }],
    ["invalid_request", 400, { client_secret: undefined }],
  ] as const)("answers %s %i (%#)", async (error, status, change) => {
    const reply = await token(form("reseller-a", change));
    expect(reply.status).toBe(status);
    expect(reply.json).toEqual({ error, error_description: expect.stringMatching(/./) });
  });

  it("takes the key's id and the key by HTTP Basic, and asks for it so", async () => {
    const { keyId, key } = keyNamed("reseller-a") ?? {};
    const by = (basic: string, body: string) => token(body, undefined, basic);
    const reply = await by(`${keyId}:${key}`, "grant_type=client_credentials");
    expect([reply.status, reply.json]).toEqual([200, expect.objectContaining({ token_type: "Bearer" })]);
    const bearer = (reply.json as { access_token: string }).access_token;
    expect((await customersWith(bearer)).status).toBe(200);
    const wrong = await by(`${keyId}:wrong`, "grant_type=client_credentials");
    expect([wrong.status, wrong.json]).toEqual([401, expect.objectContaining({ error: "invalid_client" })]);
    expect(wrong.headers["www-authenticate"]).toMatch(/^Basic realm=/);
    const other = `grant_type=client_credentials&client_id=${keyNamed("reseller-b")?.keyId}`;
    expect((await by(`${keyId}:${key}`, other)).status).toBe(401);
  });

  it("refuses a parameter that is repeated, and a client that says twice who it is", async () => {
    const { keyId, key } = keyNamed("reseller-a") ?? {};
    const twice = await token(`${form("reseller-a")}&grant_type=client_credentials`);
    const both = await token(form("reseller-a"), undefined, `${keyId}:${key}`);
    for (const reply of [twice, both]) {
      expect([reply.status, reply.json]).toEqual([400, expect.objectContaining({ error: "invalid_request" })]);
    }
  });

  it("answers in OAuth's words whatever is wrong, in any case of the path", async () => {
    expect((await token("{}", "application/json")).json).toMatchObject({ error: "invalid_request" });
    expect((await token("client_id=a&client_id=b")).json).toMatchObject({ error: "invalid_request" });
    const lost = await call(routers.cockpit, { url: "/OAUTH2/V2.0/TOKEN" });
    expect([lost.status, lost.headers.allow, lost.json]).toEqual([
      405,
      "POST",
      expect.objectContaining({ error: "invalid_request" }),
    ]);
  });
});

describe("a token", () => {
  it("dies with its key", async () => {
    const bearer = await tokenOf("reseller-b");
    const set = (values: object) =>
      client().transaction((db) =>
        db
          .update(apiKeys)
          .set(values)
          .where(eq(apiKeys.id, keyNamed("reseller-b")?.keyId ?? "")),
      );
    const status = async () => (await customersWith(bearer)).status;
    expect(await status()).toBe(200);
    await set({ revokedAt: new Date() });
    expect(await status()).toBe(401);
    await set({ revokedAt: null, expiresAt: new Date(Date.now() - 1000) });
    expect(await status()).toBe(401);
    await set({ expiresAt: null });
    expect(await status()).toBe(200);
  });

  it("is refused once it is changed, expired, unsigned, or signed for something else", async () => {
    const bearer = await tokenOf("reseller-a");
    const [head, body, signature] = bearer.split(".");
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
    const sign = (secret: string, { aud = "api", typ = "at+jwt", exp = 60 }) =>
      new SignJWT()
        .setProtectedHeader({ alg: "HS256", typ })
        .setSubject(keyNamed("reseller-a")?.keyId ?? "")
        .setAudience(aud)
        .setExpirationTime(Math.floor(Date.now() / 1000) + exp)
        .sign(new TextEncoder().encode(secret));
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    expect((await customersWith(await sign(secret, {}))).status).toBe(200);
    for (const wrong of [
      `${head}.${body}.${signature?.split("").reverse().join("")}`,
      `${none}.${body}.`,
      "a.b.c",
      "..",
      await sign("another secret, long enough to sign with", {}),
      await sign(secret, { exp: -1 }),
      await sign(secret, { aud: "session" }),
      await sign(secret, { typ: "JWT" }),
    ]) {
      expect((await customersWith(wrong)).status, wrong).toBe(401);
    }
  });
});
