import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { principalOfKey } from "@/lib/auth/keys";
import { confine, grant, type Permission, type Principal, permissions } from "@/lib/core/scope";
import { hours, later } from "@/lib/core/time";
import { demo } from "@/lib/testing/demo";
import { principal, scopeOf } from "@/lib/testing/principals";
import { createCustomer } from "../customers/create";
import { deleteCustomer, restoreCustomer } from "../customers/remove";
import { createKey, type NewKey } from "./create";
import { getKey, listKeys } from "./read";
import { revokeKey, rotateKey } from "./retire";

const origin = { surface: "test", correlationId: "c", ip: "" };
const refused = { code: "auth.required" };
const now = () => new Date();
const writer = () => scopeOf("reseller_admin", "keys:write", "keys:read");

const make = async (key: Partial<NewKey> = {}, by?: Principal) =>
  createKey(
    by ? grant(by, "keys:write") : await writer(),
    { name: "sync", level: "reseller", permissions: ["customers:read"], ...key },
    now(),
  );

describe("a key", () => {
  it("opens what it was made for, and is shown once", async () => {
    const { key, secret } = await make();
    expect(secret).toMatch(/^XI[0-9A-F]{32}$/);
    const bearer = await principalOfKey(secret, origin);
    expect(bearer).toMatchObject({ level: "reseller", resellerId: demo().resellers[0]?.id, actor: { id: key.id } });
    expect(permissions.filter((name) => bearer.permissions.has(name))).toEqual(["customers:read"]);
    const kept = JSON.stringify([
      await listKeys(await writer()),
      await getKey(await writer(), key.id),
      await client().reader.select().from(auditEntries),
    ]);
    expect(kept).toContain(key.id);
    expect(kept).not.toMatch(/secretHash/);
    expect(kept).not.toContain(secret);
    expect((await getKey(await writer(), key.id)).lastUsedAt).toBeInstanceOf(Date);
  });

  it("opens nothing once it has expired or was revoked", async () => {
    await expect(make({ expiresAt: new Date() })).rejects.toMatchObject({ status: 422 });
    const soon = later(now(), 40);
    const { secret: short } = await make({ expiresAt: soon });
    while (now() <= soon) await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(principalOfKey(short, origin)).rejects.toMatchObject(refused);
    const { key, secret } = await make();
    const { revokedAt } = await revokeKey(await writer(), key.id, now());
    await expect(principalOfKey(secret, origin)).rejects.toMatchObject(refused);
    expect((await revokeKey(await writer(), key.id, later(now(), 9999))).revokedAt).toEqual(revokedAt);
  });

  it("is refused where it names whom it cannot be of", async () => {
    const by = await principal("csp_admin");
    const [first, second] = demo().resellers.filter(({ cspId }) => cspId === by.cspId);
    const scope = await scopeOf("reseller_admin", "customers:write");
    const { id: customerId } = await createCustomer(scope, { name: "Named" }, now());
    for (const key of [
      { level: "csp", resellerId: first?.id },
      { level: "csp", customerId },
      { level: "reseller", resellerId: first?.id, customerId },
      { level: "customer", resellerId: second?.id, customerId },
    ] as const) {
      await expect(make(key, by), JSON.stringify(key)).rejects.toMatchObject({ status: 422 });
    }
    expect((await make({ level: "customer", resellerId: first?.id, customerId }, by)).key.customerId).toBe(customerId);
  });

  it("makes none that outlives it, and hands none on", async () => {
    const expiresAt = later(now(), hours(1));
    const { secret } = await make({ permissions: ["keys:write", "customers:read"], expiresAt });
    const bearer = await principalOfKey(secret, origin);
    const refused = { code: "permission.missing" };
    await expect(make({}, bearer)).rejects.toMatchObject(refused);
    await expect(make({ expiresAt: later(expiresAt, 1) }, bearer)).rejects.toMatchObject(refused);
    expect((await make({ expiresAt }, bearer)).key.expiresAt).toEqual(expiresAt);
    const lasting = (await make()).key.id;
    await expect(rotateKey(grant(bearer, "keys:write"), lasting, {}, now())).rejects.toMatchObject(refused);
    expect((await rotateKey(grant(bearer, "keys:write"), bearer.actor.id, {}, now())).key.expiresAt).toEqual(expiresAt);
  });

  it("of a customer opens nothing while the customer is deleted, and is not listed", async () => {
    const scope = await scopeOf("reseller_admin", "customers:write");
    const { id: customerId } = await createCustomer(scope, { name: "Gone soon" }, now());
    const { key, secret } = await make({ level: "customer", customerId });
    expect(await principalOfKey(secret, origin)).toMatchObject({ level: "customer", customerId });
    await deleteCustomer(scope, customerId, now());
    await expect(principalOfKey(secret, origin)).rejects.toMatchObject(refused);
    expect((await listKeys(await writer())).map(({ id }) => id)).not.toContain(key.id);
    await expect(make({ level: "customer", customerId })).rejects.toMatchObject({ status: 404 });
    await restoreCustomer(scope, customerId, now());
    expect((await principalOfKey(secret, origin)).actor.id).toBe(key.id);
    expect((await listKeys(await writer(), { customerId })).map(({ id }) => id)).toEqual([key.id]);
  });

  it("is followed by its successor and goes on for the grace period", async () => {
    const { key, secret } = await make({ permissions: ["customers:read", "settings:read"] });
    const at = now();
    const rotated = await rotateKey(await writer(), key.id, {}, at);
    expect(rotated.previous.expiresAt).toEqual(later(at, hours(24)));
    expect(rotated.key).toMatchObject({ name: "sync", permissions: key.permissions, expiresAt: null });
    expect((await principalOfKey(secret, origin)).actor.id).toBe(key.id);
    expect((await principalOfKey(rotated.secret, origin)).actor.id).toBe(rotated.key.id);
    const last = await rotateKey(await writer(), rotated.key.id, { graceHours: 0 }, now());
    await expect(principalOfKey(rotated.secret, origin)).rejects.toMatchObject(refused);
    expect((await principalOfKey(last.secret, origin)).actor.id).toBe(last.key.id);
    await expect(rotateKey(await writer(), rotated.key.id, {}, now())).rejects.toMatchObject({ status: 409 });
  });
});

describe("nobody hands on", () => {
  it("more than it may itself, or a key that can do more", async () => {
    const strong = await make({ permissions: ["customers:write"] });
    const weak = {
      ...(await principal("reseller_admin")),
      permissions: new Set<Permission>(["keys:write", "customers:read"]),
    };
    await expect(make({ permissions: ["customers:write"] }, weak)).rejects.toMatchObject({
      code: "permission.missing",
    });
    await expect(rotateKey(grant(weak, "keys:write"), strong.key.id, {}, now())).rejects.toMatchObject({ status: 403 });
    expect((await make({}, weak)).secret).toBeTruthy();
    await expect(make({ permissions: ["resellers:write"] })).rejects.toMatchObject({ status: 403 });
    await expect(make({ permissions: [] })).rejects.toMatchObject({ status: 422 });
    expect(() => grant({ ...weak, permissions: new Set() }, "keys:write")).toThrow("keys:write");
  });

  it("more than its place in the tree", async () => {
    const { resellers, customers } = demo();
    const [a, b] = resellers;
    const foreign = customers.find(({ resellerId }) => resellerId === b?.id)?.id;
    await expect(make({ level: "csp" })).rejects.toMatchObject({ status: 422 });
    await expect(make({ resellerId: b?.id })).rejects.toMatchObject({ status: 404 });
    await expect(make({ level: "customer", customerId: foreign })).rejects.toMatchObject({ status: 404 });
    await expect(make({ level: "customer" })).rejects.toMatchObject({ status: 422 });
    const csp = await principal("csp_admin");
    expect((await make({ level: "csp" }, csp)).key).toMatchObject({ resellerId: null, customerId: null });
    expect((await make({ resellerId: b?.id }, csp)).key.resellerId).toBe(b?.id);
    await expect(make({}, csp)).rejects.toMatchObject({ status: 422 });
    await expect(make({ level: "csp" }, confine(csp, a?.id ?? ""))).rejects.toMatchObject({ status: 422 });
    const customerId = customers.find(({ resellerId }) => resellerId === a?.id)?.id;
    const customer = { ...(await principal("reseller_admin")), level: "customer", customerId } as const;
    await expect(make({}, customer)).rejects.toMatchObject({ status: 422 });
    expect((await make({ level: "customer" }, customer)).key.customerId).toBe(customerId);
  });
});

it("keeps each tenant's keys to itself", async () => {
  const { key } = await make();
  const other = grant(await principal("reseller_admin", 1), "keys:read", "keys:write");
  expect((await listKeys(other)).map(({ id }) => id)).not.toContain(key.id);
  const works = [
    () => getKey(other, key.id),
    () => revokeKey(other, key.id, now()),
    () => rotateKey(other, key.id, {}, now()),
  ];
  for (const work of works) await expect(work()).rejects.toMatchObject({ code: "resource.missing" });
  const own = await listKeys(await writer());
  expect(new Set(own.map(({ resellerId }) => resellerId))).toEqual(new Set([demo().resellers[0]?.id]));
  expect((await listKeys(await scopeOf("csp_viewer", "keys:read"))).map(({ id }) => id)).toContain(key.id);
});
