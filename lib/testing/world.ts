import { randomUUID } from "node:crypto";
import { eq, or } from "drizzle-orm";
import { client } from "@/db/client";
import { projects } from "@/db/schema";
import type { SurfaceName } from "../api/surface";
import { beginSession } from "../auth/session";
import { grant, type Principal, permissions } from "../core/scope";
import { onboardCustomer } from "../domain/accounts/onboard";
import { addCapacity } from "../domain/capacity/write";
import { createCustomer } from "../domain/customers/create";
import { deleteCustomer } from "../domain/customers/remove";
import { registerDomain } from "../domain/domains/register";
import { startImport } from "../domain/imports/run";
import { settleJobs, startJob } from "../domain/jobs/run";
import { createKey } from "../domain/keys/create";
import { createReseller } from "../domain/resellers/create";
import { createSkin } from "../domain/skins/skins";
import { inviteUser } from "../domain/users/invite";
import { saveView } from "../domain/views/views";
import { demo } from "./demo";

/** Who calls in a test: of the right tenant, of another one, or with less than is needed. */
export type Caller = "csp" | "reseller" | "readonly" | "other" | "customer" | "wrong" | "nobody";

const keyNames: Partial<Record<Caller, string>> = {
  csp: "csp",
  reseller: "reseller-a",
  readonly: "reseller-a-readonly",
  other: "other-csp",
  customer: "customer-a",
};

const WRONG_KEY = "XI0123456789ABCDEF0123456789ABCDEF";

export const keyOf = (caller: Caller): string =>
  demo().keys.find(({ name }) => name === keyNames[caller])?.key ?? WRONG_KEY;

function loginOf(caller: Caller): string {
  const { users, resellers, csps } = demo();
  const resellerA = resellers[0]?.id;
  const found = users.find(({ role, cspId, resellerId }) => {
    if (caller === "csp") return role === "csp_admin" && cspId === csps[0]?.id;
    if (caller === "other") return cspId !== csps[0]?.id;
    return role === (caller === "readonly" ? "reseller_viewer" : "reseller_admin") && resellerId === resellerA;
  });
  const pair = caller === "wrong" || !found ? "nobody@example.com:wrong" : `${found.email}:${found.password}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** The headers by which a surface recognises the caller. */
export function headersOf(surface: SurfaceName, caller: Caller): Record<string, string> {
  const { csps, keys } = demo();
  const of = keys.find(({ name }) => name === keyNames[caller]);
  const tenant: Record<string, string> =
    surface === "cockpit"
      ? { "x-tenant": csps.find(({ id }) => id === of?.cspId)?.domain ?? csps[0]?.domain ?? "" }
      : {};
  if (caller === "nobody") return tenant;
  if (surface === "cloudapi") return { authorization: loginOf(caller) };
  if (surface === "ormuco") return { "x-reseller-api-key": keyOf(caller) };
  return { authorization: `Bearer ${keyOf(caller)}`, ...tenant };
}

/** The headers of somebody of reseller A's who has just signed in, with the password that an example tells. */
export async function personHeaders(password: string): Promise<Record<string, string>> {
  const now = new Date();
  const invited = { email: `${randomUUID()}@example.com`, name: named("Person"), role: "reseller_viewer" } as const;
  const { user } = await inviteUser(grant(resellerPrincipal(), "users:write"), { ...invited, password }, now);
  const { name, value } = await beginSession(user.id, now);
  return { cookie: `${name}=${value}` };
}

/** A principal of reseller A's own, for set-up through the domain. */
export function resellerPrincipal(): Principal {
  const reseller = demo().resellers[0];
  if (!reseller) throw new Error("the demo has no reseller");
  return {
    level: "reseller",
    cspId: reseller.cspId,
    resellerId: reseller.id,
    permissions: new Set(permissions),
    actor: { kind: "system", id: "test", name: "test", surface: "test", correlationId: randomUUID(), ip: "" },
  };
}

const scope = () => grant(resellerPrincipal(), "customers:write", "accounts:write", "capacity:write", "domains:write");
const named = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

/** A customer that an example may do away with, with capacity and a domain. */
async function disposable(now: Date): Promise<Record<string, string>> {
  const { id, name } = await createCustomer(scope(), { name: named("Disposable") }, now);
  const domain = `${id}.example`;
  await registerDomain(scope(), id, domain, now);
  for (const side of ["available", "consumed"] as const) {
    await addCapacity(scope(), id, { side, unitType: "CU", amount: 2400 }, now);
  }
  return { disposable: id, disposableDomain: domain, customerName: name };
}

async function deleted(now: Date): Promise<Record<string, string>> {
  const { id } = await createCustomer(scope(), { name: named("Deleted") }, now);
  await deleteCustomer(scope(), id, now);
  return { deleted: id };
}

/** A customer with an account at Microsoft. */
async function connected(now: Date, providerId: string): Promise<Record<string, string>> {
  const accounts = [{ providerId, data: { Domain: "connected" } }];
  const { id } = await onboardCustomer(scope(), { customer: { name: named("Connected") }, accounts }, now);
  return { connected: id };
}

/** Somebody of reseller A's who may be changed and sent away. */
async function user(now: Date): Promise<Record<string, string>> {
  const invited = { email: `${randomUUID()}@example.com`, name: named("User"), role: "reseller_viewer" } as const;
  const { user } = await inviteUser(grant(resellerPrincipal(), "users:write"), invited, now);
  return { user: user.id };
}

async function disposableKey(now: Date): Promise<Record<string, string>> {
  const key = { name: named("Key"), level: "reseller", permissions: ["customers:read"] } as const;
  return { disposableKey: (await createKey(grant(resellerPrincipal(), "keys:write"), key, now)).key.id };
}

async function disposableReseller(now: Date): Promise<Record<string, string>> {
  const principal: Principal = { ...resellerPrincipal(), level: "csp", resellerId: undefined };
  const { id } = await createReseller(grant(principal, "resellers:write"), { name: named("Reseller") }, now);
  return { disposableReseller: id };
}

/** An import that has ended and can be undone. */
async function imported(now: Date): Promise<Record<string, string>> {
  const rows = [{ line: 2, id: undefined, details: { name: named("Imported") }, faults: [] }];
  const whose = grant(resellerPrincipal(), "customers:read", "customers:write");
  const { job } = await startImport(whose, rows, {}, now);
  await settleJobs();
  return { import: job.id };
}

/** A view of the key that makes the examples' calls: nobody else may change it. */
async function view(now: Date, keyId: string): Promise<Record<string, string>> {
  const { actor, ...principal } = resellerPrincipal();
  const owner = grant({ ...principal, actor: { ...actor, kind: "key", id: keyId } }, "views:write");
  return { view: (await saveView(owner, { page: "customers", name: named("View"), query: "status=ACTIVE" }, now)).id };
}

async function job(now: Date): Promise<Record<string, string>> {
  const details = { name: named("Job's") };
  return { job: (await startJob(scope(), "customer.create", details, {}, now)).id };
}

async function skin(now: Date): Promise<Record<string, string>> {
  const colours = { primary: "#0b5fff", background: "#ffffff", text: "#1a1a1a" };
  return {
    skin: (await createSkin(grant(resellerPrincipal(), "skins:write"), { name: named("skin"), colours }, now)).id,
  };
}

/** What the placeholders of examples stand for; customers are made anew for each call, those that `example` speaks of. */
export async function placeholders(example?: unknown): Promise<Record<string, string>> {
  const { csps, resellers, users, keys, customers, providers, userGroups } = demo();
  const reseller = resellers[0];
  const showcase = customers.find((customer) => customer.showcase);
  const admin = users.find(({ role, resellerId }) => role === "reseller_admin" && resellerId === reseller?.id);
  const key = keys.find(({ name }) => name === "reseller-a");
  if (!reseller || !showcase || !admin || !key) throw new Error("the demo lacks what examples speak of");
  const owned = await client()
    .reader.select()
    .from(projects)
    .where(or(...providers.filter(({ kind }) => kind === "openstack").map(({ id }) => eq(projects.providerId, id))));
  const project = owned.find(({ customerId }) => customerId === showcase.id);
  const microsoft = providers.find(({ kind }) => kind === "microsoft")?.id ?? "";
  const text = JSON.stringify(example);
  const speaksOf = (...names: string[]) => text === undefined || names.some((name) => text.includes(`{${name}}`));
  const now = new Date();
  return {
    // Nobody else bears the disposable customer's name, since no example renames it.
    ...(speaksOf("disposable", "disposableDomain", "customerName") ? await disposable(now) : {}),
    ...(speaksOf("deleted") ? await deleted(now) : {}),
    ...(speaksOf("import") ? await imported(now) : {}),
    ...(speaksOf("connected") ? await connected(now, microsoft) : {}),
    ...(speaksOf("user") ? await user(now) : {}),
    ...(speaksOf("disposableKey") ? await disposableKey(now) : {}),
    ...(speaksOf("disposableReseller") ? await disposableReseller(now) : {}),
    ...(speaksOf("job") ? await job(now) : {}),
    ...(speaksOf("view") ? await view(now, key.keyId) : {}),
    ...(speaksOf("skin") ? await skin(now) : {}),
    customer: showcase.id,
    provider: project?.providerId ?? "",
    project: project?.id ?? "",
    microsoft,
    group: userGroups.find(({ resellerId }) => resellerId === reseller.id)?.id ?? "",
    login: admin.email,
    password: admin.password,
    keyId: key.keyId,
    key: key.key,
    reseller: reseller.id,
    domain: csps[0]?.domain ?? "",
    random: randomUUID(),
  };
}
