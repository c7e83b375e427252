import { randomUUID } from "node:crypto";
import { eq, or } from "drizzle-orm";
import { client } from "@/db/client";
import { projects } from "@/db/schema";
import type { SurfaceName } from "../api/surface";
import { grant, type Principal, permissions } from "../core/scope";
import { onboardCustomer } from "../domain/accounts/onboard";
import { addCapacity } from "../domain/capacity/write";
import { createCustomer } from "../domain/customers/create";
import { deleteCustomer } from "../domain/customers/remove";
import { registerDomain } from "../domain/domains/register";
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

/** What the placeholders of examples stand for. Each call makes a `{disposable}` customer anew, with capacity and a domain. */
export async function placeholders(): Promise<Record<string, string>> {
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
  const scope = grant(resellerPrincipal(), "customers:write", "accounts:write", "capacity:write", "domains:write");
  const now = new Date();
  const disposable = await createCustomer(scope, { name: `Disposable ${randomUUID().slice(0, 8)}` }, now);
  const disposableDomain = `${disposable.id}.example`;
  await registerDomain(scope, disposable.id, disposableDomain, now);
  for (const side of ["available", "consumed"] as const) {
    await addCapacity(scope, disposable.id, { side, unitType: "CU", amount: 2400 }, now);
  }
  const gone = await createCustomer(scope, { name: `Deleted ${randomUUID().slice(0, 8)}` }, now);
  await deleteCustomer(scope, gone.id, now);
  const microsoft = providers.find(({ kind }) => kind === "microsoft")?.id ?? "";
  const connected = await onboardCustomer(
    scope,
    {
      customer: { name: `Connected ${randomUUID().slice(0, 8)}` },
      accounts: [{ providerId: microsoft, data: { Domain: "connected" } }],
    },
    now,
  );
  return {
    deleted: gone.id,
    connected: connected.id,
    customer: showcase.id,
    // Nobody else's, since no example renames it.
    customerName: disposable.name,
    disposable: disposable.id,
    disposableDomain,
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
