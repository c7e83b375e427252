import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { afterEach, expect, it, vi } from "vitest";
import { client } from "@/db/client";
import { attempts, auditEntries } from "@/db/schema";
import { routers } from "@/lib/api/surfaces";
import { hours } from "@/lib/core/time";
import { inviteUser } from "@/lib/domain/users/invite";
import { changeOwnPassword, resetPassword } from "@/lib/domain/users/passwords";
import { getUser } from "@/lib/domain/users/read";
import { updateUser } from "@/lib/domain/users/update";
import { run } from "@/lib/run/child";
import { call } from "@/lib/testing/call";
import { demo } from "@/lib/testing/demo";
import { login, scopeOf } from "@/lib/testing/principals";
import { answerAuth } from "./route";
import { principalOfSession, secret } from "./session";
import { signInWith } from "./sign-in";

const origin = { surface: "portal", correlationId: "c", ip: "192.0.2.9" };
const base = "http://localhost:3000/api/auth";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

async function newUser() {
  const email = `${randomUUID()}@aurora.example`;
  const scope = await scopeOf("reseller_admin", "users:write");
  const { user, password = "" } = await inviteUser(scope, { email, name: "Nia", role: "reseller_viewer" }, new Date());
  return { scope, user, email, password };
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ");

/** As a program signs in, at the standard endpoints. */
async function signIn(credentials: Record<string, string>, ip: string = randomUUID()) {
  const csrf = await answerAuth(new Request(`${base}/csrf`), ["csrf"]);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const request = new Request(`${base}/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookiesOf(csrf), "x-forwarded-for": ip, "x-request-id": "sign-in-1" },
    body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
  });
  return answerAuth(request, ["callback", "credentials"]);
}

const session = async (cookie: string) => {
  const response = await answerAuth(new Request(`${base}/session`, { headers: { cookie } }), ["session"]);
  return {
    cookie: cookiesOf(response),
    json: (await response.json()) as { user?: { email: string }; expires?: string },
  };
};

it("signs a program in and knows who it is from then on", async () => {
  const { user, email, password, scope } = await newUser();
  const response = await signIn({ email: ` ${email.toUpperCase()} `, password });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().find((text) => text.startsWith("portal-session="))).toMatch(
    /; Path=\/; .*HttpOnly; SameSite=Lax/,
  );
  const cookie = cookiesOf(response);
  const principal = await principalOfSession(cookie, origin);
  expect(principal).toMatchObject({
    level: "reseller",
    resellerId: user.resellerId,
    actor: { kind: "user", id: user.id },
  });
  expect(principal.permissions.has("customers:write")).toBe(false);
  expect((await session(cookie)).json.user).toMatchObject({ id: user.id, email, role: "reseller_viewer" });
  const read = await scopeOf("reseller_admin", "users:read");
  expect((await getUser(read, user.id)).lastSignInAt).toBeInstanceOf(Date);
  const entries = (await client().reader.select().from(auditEntries)).filter(({ subjectId }) => subjectId === user.id);
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "user.sign_in", actorId: user.id, correlationId: "sign-in-1" }),
  );
  expect(JSON.stringify(entries)).not.toMatch(/passwordHash|argon2/);
  expect(scope.actor.kind).toBe("user");
});

it("tells neither a wrong password from an unknown address, nor from an inactive account", async () => {
  const { scope, user, email, password } = await newUser();
  const texts = [];
  const wrong: Record<string, string>[] = [
    { email, password: "not the password" },
    { email: `${randomUUID()}@aurora.example`, password },
    { email: "\u0000@x.example", password },
    {},
  ];
  for (const pair of wrong) {
    const response = await signIn(pair);
    expect(response.status).toBe(401);
    texts.push(await response.text());
  }
  await updateUser(scope, user.id, { active: false }, new Date());
  const inactive = await signIn({ email, password });
  expect(inactive.status).toBe(401);
  expect(new Set([...texts, await inactive.text()]).size).toBe(1);
});

it("slows guessing down, for that address from there alone", async () => {
  const { email, password } = await newUser();
  const statuses = [];
  for (let n = 0; n < 10; n++) statuses.push((await signIn({ email, password: `guess ${n}` }, "198.51.100.1")).status);
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses.slice(8)).toEqual([429, 429]);
  expect((await signIn({ email, password }, "198.51.100.1")).status).toBe(429);
  expect((await signIn({ email, password }, "198.51.100.2")).status).toBe(200);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2000 });
  expect((await signIn({ email, password }, "198.51.100.1")).status).toBe(200);
});

it("counts failures at every app server together, and a right password starts anew", async () => {
  const { email, password } = await newUser();
  const ip = "198.51.100.3";
  const status = async (given: string) => (await signIn({ email, password: given }, ip)).status;
  for (let n = 0; n < 2; n++) {
    for (let wrong = 0; wrong < 7; wrong++) expect(await status(`guess ${wrong}`)).toBe(401);
    expect(await status(password)).toBe(200);
  }
  const elsewhere = ["node", "--import", "tsx", "lib/testing/guess.ts", email, ip, "7"];
  expect(await run(elsewhere, false)).toMatchObject({ code: 0 });
  expect(await status("one more")).toBe(401);
  expect(await status(password)).toBe(429);
});

it("keeps nothing of whoever knows the password, nor what was typed for an address", async () => {
  const { email, password } = await newUser();
  const kept = async () => JSON.stringify(await client().reader.select().from(attempts));
  const before = await kept();
  expect((await signIn({ email, password })).status).toBe(200);
  expect(await kept()).toBe(before);
  expect((await signIn({ email: "my secret, typed too early", password })).status).toBe(401);
  expect(await kept()).not.toBe(before);
  expect(await kept()).not.toContain("secret");
});

it("gives its cookies to a browser behind TLS for this host alone", async () => {
  const { user, email, password } = await newUser();
  vi.stubEnv("NEXTAUTH_URL", "https://portal.example.com");
  const response = await signIn({ email, password });
  const kept = response.headers.getSetCookie().find((text) => text.startsWith("__Host-portal-session="));
  expect(kept).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
  expect(kept).not.toMatch(/Domain/i);
  expect((await principalOfSession(cookiesOf(response), origin)).actor.id).toBe(user.id);
});

it("needs its own token against forgery", async () => {
  const { email, password } = await newUser();
  const body = new URLSearchParams({ email, password, csrfToken: "x", json: "true" });
  const request = new Request(`${base}/callback/credentials`, { method: "POST", body });
  const response = await answerAuth(request, ["callback", "credentials"]);
  expect(cookiesOf(response)).not.toContain("portal-session");
});

it("answers nonsense with a refusal", async () => {
  const asked = (path: string, init?: RequestInit) => answerAuth(new Request(`${base}/${path}`, init), path.split("/"));
  expect((await asked("_log", { method: "POST", body: "x" })).status).toBe(404);
  expect((await asked("callback/credentials")).status).toBe(405);
  expect((await asked("csrf?callbackUrl=http%3A%2F%2F%5B")).status).toBe(404);
  const json = { "content-type": "application/json" };
  expect((await asked("signin/credentials", { method: "POST", headers: json, body: "{" })).status).toBeLessThan(500);
  expect((await asked("callback/__proto__", { method: "POST", body: '{"callbackUrl":{}}' })).status).toBeLessThan(500);
  expect((await asked("signout", { method: "POST", body: "x".repeat(20_000) })).status).toBe(413);
  const cookie = "portal-callback=http%3A%2F%2F%5B; portal-session=nonsense; =; x";
  const response = await answerAuth(
    new Request(`${base}/session?callbackUrl=//evil.example`, { headers: { cookie } }),
    ["session"],
  );
  expect([response.status, await response.text()]).toEqual([200, "{}"]);
});

it("throws a deactivated user out at once, for good", async () => {
  const { scope, user, email, password } = await newUser();
  const cookie = cookiesOf(await signIn({ email, password }));
  await updateUser(scope, user.id, { active: false }, new Date());
  await expect(principalOfSession(cookie, origin)).rejects.toMatchObject({ code: "auth.required" });
  expect((await session(cookie)).json).toEqual({});
  await updateUser(scope, user.id, { active: true }, new Date());
  await expect(principalOfSession(cookie, origin)).rejects.toMatchObject({ code: "auth.required" });
});

it("acts with a new role at once", async () => {
  const { scope, user, email, password } = await newUser();
  const cookie = cookiesOf(await signIn({ email, password }));
  await updateUser(scope, user.id, { role: "reseller_admin" }, new Date());
  expect((await principalOfSession(cookie, origin)).permissions.has("customers:write")).toBe(true);
});

it("ends every session with the password, also one renewed in between", async () => {
  const { scope, user, email, password } = await newUser();
  const first = cookiesOf(await signIn({ email, password }));
  const renewed = (await session(first)).cookie;
  expect((await principalOfSession(renewed, origin)).actor.id).toBe(user.id);
  const { password: second = "" } = await resetPassword(scope, user.id, {}, new Date());
  for (const cookie of [first, renewed]) {
    await expect(principalOfSession(cookie, origin)).rejects.toMatchObject({ code: "auth.required" });
    expect((await session(cookie)).json).toEqual({});
  }
  const again = cookiesOf(await signIn({ email, password: second }));
  const own = await principalOfSession(again, origin);
  const chosen = { current: second, password: "chosen by myself" };
  await expect(changeOwnPassword(own, { ...chosen, current: "wrong" }, new Date())).rejects.toMatchObject({
    status: 422,
  });
  await changeOwnPassword(own, chosen, new Date());
  await expect(principalOfSession(again, origin)).rejects.toMatchObject({ code: "auth.required" });
});

it("goes on alone where a password is changed by its owner over the API", async () => {
  const { user, email, password } = await newUser();
  const [here, there] = [cookiesOf(await signIn({ email, password })), cookiesOf(await signIn({ email, password }))];
  const change = (body: object, cookie: string) =>
    call(routers.portal, { method: "POST", url: "/api/v1/account/password", headers: { cookie }, body });
  const wrong = await change({ current: "not it", password: "chosen by myself" }, here);
  expect([wrong.status, (wrong.json as { errors: object[] }).errors]).toEqual([
    422,
    [expect.objectContaining({ pointer: "/current", detail: "is not your password" })],
  ]);
  const same = await change({ current: password, password }, here);
  expect([same.status, (same.json as { errors: object[] }).errors]).toEqual([
    422,
    [expect.objectContaining({ pointer: "/password" })],
  ]);
  const { status, headers } = await change({ current: password, password: "chosen by myself" }, here);
  expect(status).toBe(204);
  expect(headers["set-cookie"]).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
  const renewed = headers["set-cookie"]?.split(";")[0];
  expect((await principalOfSession(renewed, origin)).actor.id).toBe(user.id);
  for (const cookie of [here, there]) {
    await expect(principalOfSession(cookie, origin)).rejects.toMatchObject({ code: "auth.required" });
  }
  expect((await signIn({ email, password })).status).toBe(401);
  expect((await signIn({ email, password: "chosen by myself" })).status).toBe(200);
  const entries = await client().reader.select().from(auditEntries).where(eq(auditEntries.actorId, user.id));
  expect(entries.filter(({ action }) => action === "user.change_password")).toMatchObject([
    { surface: "portal", subject: "user", subjectId: user.id },
  ]);
});

it("slows down whoever guesses the password of a session at hand", async () => {
  const { email, password } = await newUser();
  const cookie = cookiesOf(await signIn({ email, password }));
  const change = (current: string) =>
    call(routers.portal, {
      method: "POST",
      url: "/api/v1/account/password",
      headers: { cookie },
      body: { current, password: "chosen by myself" },
    });
  for (let n = 0; n < 8; n++) expect((await change(`guess ${n}`)).status).toBe(422);
  expect((await change(password)).status).toBe(429);
});

it("ends after 12 hours, however often it was looked at", async () => {
  const { user, email, password } = await newUser();
  const cookie = cookiesOf(await signIn({ email, password }));
  const began = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: began + hours(11) });
  const renewed = (await session(cookie)).cookie;
  expect((await principalOfSession(renewed, origin)).actor.id).toBe(user.id);
  vi.setSystemTime(began + hours(12) + 1000);
  await expect(principalOfSession(renewed, origin)).rejects.toMatchObject({ code: "auth.required" });
});

it("takes no token but its own", async () => {
  const { user, email, password } = await newUser();
  const cookie = cookiesOf(await signIn({ email, password }));
  const token = await encode({ token: { sub: user.id, at: Date.now() }, secret: `not ${secret()}` });
  const tampered = cookie.replace(/(portal-session=.{60}).{4}/, "$1AAAA");
  for (const wrong of [`portal-session=${token}`, tampered, "portal-session=", "portal-session=x.y.z", undefined]) {
    await expect(principalOfSession(wrong, origin)).rejects.toMatchObject({ code: "auth.required" });
  }
});

it("lets a CSP's user act for one reseller alone, and nobody for anybody else's", async () => {
  const { resellers } = demo();
  const [first, second] = [resellers[0]?.id, resellers[1]?.id];
  const foreign = resellers.find(({ cspId }) => cspId !== resellers[0]?.cspId)?.id;
  const actsFor = async (who: Parameters<typeof login>[0]) => {
    const kept = await signInWith(login(who), {});
    if (typeof kept === "string") throw new Error(kept);
    return async (id?: string) => (await principalOfSession(`${kept.name}=${kept.value}`, origin, id)).resellerId;
  };
  const admin = await actsFor("csp_admin");
  expect(await admin()).toBeUndefined();
  expect(await admin("")).toBeUndefined();
  expect(await admin(second)).toBe(second);
  for (const other of [foreign, randomUUID(), "x"]) {
    await expect(admin(other)).rejects.toMatchObject({ code: "reseller.foreign", status: 403 });
  }
  const reseller = await actsFor("reseller_admin");
  expect(await reseller()).toBe(first);
  expect(await reseller(first)).toBe(first);
  for (const other of [second, foreign, "all"]) {
    await expect(reseller(other)).rejects.toMatchObject({ code: "reseller.foreign" });
  }
});
