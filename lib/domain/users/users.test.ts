import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { read } from "@/db/doors";
import { confine, grant, type Role, readPermissions } from "@/lib/core/scope";
import { demo } from "@/lib/testing/demo";
import { principal, scopeOf } from "@/lib/testing/principals";
import { inviteUser } from "./invite";
import { resetPassword } from "./passwords";
import { getUser, listUsers } from "./read";
import { updateUser } from "./update";

const now = () => new Date();
const newEmail = () => `${randomUUID()}@example.com`;
const writer = () => scopeOf("reseller_admin", "users:write");
const invite = async (role: Role, scope = writer()) =>
  (await inviteUser(await scope, { email: newEmail(), name: "Ada", role }, now())).user;

/** The scope of an administrator of reseller B. */
const other = async () => grant(await principal("reseller_admin", 1), "users:read", "users:write");

describe("inviting", () => {
  it("makes a password that is answered once", async () => {
    const email = newEmail();
    const made = await inviteUser(await writer(), { email, name: " Ada ", role: "reseller_viewer" }, now());
    expect(made.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(made.user).toMatchObject({ email, name: "Ada", active: true });
    expect(made.user).not.toHaveProperty("passwordHash");
    const given = { email: newEmail(), name: "Bo", role: "reseller_viewer", password: "chosen by an admin" } as const;
    expect((await inviteUser(await writer(), given, now())).password).toBeUndefined();
  });

  it("refuses an address that somebody has, in any tenant and case", async () => {
    const { email } = await invite("reseller_viewer");
    const again = { email: email.toUpperCase(), name: "Ada", role: "reseller_viewer" } as const;
    await expect(inviteUser(await other(), again, now())).rejects.toMatchObject({
      facts: { issues: [{ path: ["email"], rule: "taken" }] },
    });
  });

  it("refuses a reseller for somebody of the CSP", async () => {
    const scope = await scopeOf("csp_admin", "users:write");
    const given = { email: newEmail(), name: "Ada", role: "csp_viewer", resellerId: demo().resellers[0]?.id } as const;
    await expect(inviteUser(scope, given, now())).rejects.toMatchObject({
      facts: { issues: [{ path: ["resellerId"] }] },
    });
  });

  it("refuses a password that is too short", async () => {
    const short = { email: newEmail(), name: "Ada", role: "reseller_viewer", password: "elevenchars" } as const;
    await expect(inviteUser(await writer(), short, now())).rejects.toMatchObject({ status: 422 });
  });

  it("keeps everybody within the tenant and the strength of whoever invites", async () => {
    const { resellers } = demo();
    await expect(invite("csp_admin")).rejects.toMatchObject({ code: "permission.missing" });
    await expect(invite("csp_viewer")).rejects.toMatchObject({ status: 422 });
    const csp = await principal("csp_admin");
    const whole = grant(csp, "users:write");
    await expect(invite("reseller_admin", Promise.resolve(whole))).rejects.toMatchObject({ status: 422 });
    expect((await invite("csp_viewer", Promise.resolve(whole))).resellerId).toBeNull();
    const confined = grant(confine(csp, resellers[1]?.id ?? ""), "users:write");
    expect((await invite("reseller_viewer", Promise.resolve(confined))).resellerId).toBe(resellers[1]?.id);
    await expect(invite("csp_viewer", Promise.resolve(confined))).rejects.toMatchObject({ status: 422 });
    const foreign = resellers.find(({ cspId }) => cspId !== csp.cspId)?.id ?? "";
    const user = { email: newEmail(), name: "Ada", role: "reseller_viewer", resellerId: foreign } as const;
    await expect(inviteUser(whole, user, now())).rejects.toMatchObject({ code: "resource.missing" });
    const weak = {
      ...(await principal("reseller_admin")),
      permissions: new Set([...readPermissions, "users:write"] as const),
    };
    await expect(invite("reseller_admin", Promise.resolve(grant(weak, "users:write")))).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe("reading", () => {
  it("shows a tenant its own users alone, and never what proves them", async () => {
    const { id } = await invite("reseller_viewer");
    const own = await listUsers(await scopeOf("reseller_admin", "users:read"));
    expect(new Set(own.map(({ resellerId }) => resellerId))).toEqual(new Set([demo().resellers[0]?.id]));
    expect(own.find((user) => user.id === id)?.resellerName).toBeTruthy();
    expect(JSON.stringify(own)).not.toContain("argon2");
    const csp = await listUsers(await scopeOf("csp_viewer", "users:read"));
    expect(csp.map((user) => user.id)).toContain(id);
    expect(new Set(csp.map(({ cspId }) => cspId)).size).toBe(1);
    expect((await listUsers(await other())).map((user) => user.id)).not.toContain(id);
    await expect(getUser(await other(), id)).rejects.toMatchObject({ code: "resource.missing" });
  });

  it("shows a customer's key nobody", async () => {
    const { resellers, customers } = demo();
    const base = await principal("reseller_admin");
    const scope = { ...base, level: "customer", resellerId: resellers[0]?.id, customerId: customers[0]?.id } as const;
    expect(await read(scope, ({ users }) => users.list())).toEqual([]);
    await expect(invite("reseller_viewer", Promise.resolve(grant(scope, "users:write")))).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe("changing", () => {
  it("is not for another tenant, a viewer, or somebody weaker", async () => {
    const { id } = await invite("reseller_viewer");
    await expect(updateUser(await other(), id, { active: false }, now())).rejects.toMatchObject({ status: 404 });
    await expect(resetPassword(await other(), id, {}, now())).rejects.toMatchObject({ status: 404 });
    await expect(scopeOf("reseller_viewer", "users:write")).rejects.toMatchObject({ code: "permission.missing" });
    const admin = await invite("reseller_admin");
    const weak = {
      ...(await principal("reseller_admin")),
      permissions: new Set([...readPermissions, "users:write"] as const),
    };
    await expect(resetPassword(grant(weak, "users:write"), admin.id, {}, now())).rejects.toMatchObject({ status: 403 });
  });

  it("refuses to overwrite what somebody else has saved", async () => {
    const { id, version } = await invite("reseller_viewer");
    const scope = await writer();
    expect((await updateUser(scope, id, { name: "First" }, now(), version)).version).toBe(version + 1);
    await expect(updateUser(scope, id, { name: "Second" }, now(), version)).rejects.toMatchObject({ status: 412 });
  });

  it("keeps a reseller's user a reseller's", async () => {
    const { id } = await invite("reseller_viewer");
    const scope = await scopeOf("csp_admin", "users:write");
    await expect(updateUser(scope, id, { role: "csp_admin" }, now())).rejects.toMatchObject({ status: 422 });
  });

  it("leaves one administrator to each tenant, also where two act at once", async () => {
    const scope = await other();
    const first = (await listUsers(scope)).filter(({ role, active }) => role === "reseller_admin" && active);
    expect(first).toHaveLength(1);
    const id = first[0]?.id ?? "";
    await expect(updateUser(scope, id, { active: false }, now())).rejects.toMatchObject({ code: "resource.conflict" });
    await expect(updateUser(scope, id, { role: "reseller_viewer" }, now())).rejects.toMatchObject({ status: 409 });
    const second = await invite("reseller_admin", Promise.resolve(scope));
    const both = await Promise.allSettled([
      updateUser(scope, id, { role: "reseller_viewer" }, now()),
      updateUser(scope, second.id, { active: false }, now()),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = (await listUsers(scope)).filter(({ role, active }) => role === "reseller_admin" && active);
    expect(left).toHaveLength(1);
  });
});
