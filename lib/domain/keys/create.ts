import { type Writes, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { invalid } from "@/lib/core/problem";
import type { Level, Permission, Scope } from "@/lib/core/scope";
import { tidy } from "@/lib/core/text";
import { present } from "../customers/customer";
import { checkNotBeyond, hashSecret, type KeyWithSecret, newSecret, withoutHash } from "./key";

export interface NewKey {
  name: string;
  level: Level;
  permissions: readonly Permission[];
  /** Null or absent: never. */
  expiresAt?: Date | null | undefined;
  /** Of a reseller's key; without one: the caller's own reseller. */
  resellerId?: string | undefined;
  /** Of a customer's key; without one: the caller's own customer. */
  customerId?: string | undefined;
}

/** A key for a tenant within the scope. 403 for more than the caller may itself, or for longer. */
export const createKey = (
  scope: Scope<"keys:write">,
  { name, level, permissions, expiresAt = null, ...target }: NewKey,
  now: Date,
): Promise<KeyWithSecret> =>
  write(scope, "key.create", async (stores) => {
    if (permissions.length === 0) throw invalid(["permissions"], "must not be empty", "too_short");
    await checkNotBeyond(scope, stores, { permissions, expiresAt });
    if (expiresAt && expiresAt <= now) throw invalid(["expires_at"], "must be in the future", "range");
    const path = await targetOf(scope, stores, level, target);
    return addKey(stores, { ...path, name: tidy(name), level, permissions: [...new Set(permissions)], expiresAt }, now);
  });

/** Adds a key with a new secret within a transaction at hand. */
export async function addKey(
  { keys }: Pick<Writes, "keys">,
  row: Omit<Parameters<Writes["keys"]["add"]>[0], "id" | "secretHash" | "hint" | "createdAt">,
  now: Date,
): Promise<KeyWithSecret> {
  const secret = newSecret();
  const proof = { secretHash: hashSecret(secret), hint: secret.slice(-4) };
  return { key: withoutHash(await keys.add({ ...row, ...proof, id: newId(now), createdAt: now })), secret };
}

/** Where the key stands: at the caller's own step of the path, or below. */
async function targetOf(
  scope: Scope<"keys:write">,
  { resellers, customers }: Pick<Writes, "resellers" | "customers">,
  level: Level,
  { resellerId, customerId }: Pick<NewKey, "resellerId" | "customerId">,
): Promise<{ resellerId: string | null; customerId: string | null }> {
  if (level !== "customer" && customerId) throw invalid(["customer_id"], `is not for a key of level ${level}`);
  if (level === "csp" && resellerId) throw invalid(["reseller_id"], "is not for a key of level csp");
  const own = scope.customerId ? "customer" : scope.resellerId ? "reseller" : "csp";
  if (level === "csp") {
    if (own !== "csp") throw invalid(["level"], `cannot be csp: you act for one ${own}`);
    return { resellerId: null, customerId: null };
  }
  if (level === "reseller") {
    if (own === "customer") throw invalid(["level"], "must be customer: you act for one customer");
    const id = resellerId ?? scope.resellerId;
    if (!id) throw invalid(["reseller_id"], "is required for a reseller's key", "missing");
    return { resellerId: present(await resellers.byId(id), "Reseller").id, customerId: null };
  }
  const id = customerId ?? scope.customerId;
  if (!id) throw invalid(["customer_id"], "is required for a customer's key", "missing");
  const customer = present(await customers.held(id));
  if (resellerId && resellerId !== customer.resellerId) {
    throw invalid(["reseller_id"], "is not the reseller of that customer; leave it out");
  }
  return { resellerId: customer.resellerId, customerId: customer.id };
}
