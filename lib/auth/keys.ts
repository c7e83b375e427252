import { type KeyRow, keyByHash } from "@/db/credentials";
import { Problem } from "@/lib/core/problem";
import type { Actor, Principal } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { touchKey } from "@/lib/domain/activity/touch";
import { hashSecret } from "@/lib/domain/keys/key";

/** Where a request came from, for the audit log: known before it is known who asks. */
export type Origin = Pick<Actor, "surface" | "correlationId" | "ip">;

const FORM = /^XI[0-9A-F]{32}$/;

export const unauthenticated = (): Problem =>
  new Problem("auth.required", { detail: "The credentials are missing, wrong, expired or revoked" });

/** Who bears the key. 401 where it is unknown, expired, revoked, or of a deleted customer. */
export async function principalOfKey(key: string | undefined, origin: Origin): Promise<Principal> {
  if (!key || !FORM.test(key)) throw unauthenticated();
  return principalOfRow(await keyByHash(hashSecret(key)), origin);
}

export function principalOfRow(row: KeyRow | undefined, origin: Origin): Principal {
  const now = clock();
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) throw unauthenticated();
  touchKey(row.id, now);
  return {
    level: row.level,
    cspId: row.cspId,
    resellerId: row.resellerId ?? undefined,
    customerId: row.customerId ?? undefined,
    // Asked once or twice a request: a set of them would cost more than it saves.
    permissions: { has: (permission) => row.permissions.includes(permission) },
    actor: { kind: "key", id: row.id, name: row.name, ...origin },
  };
}
