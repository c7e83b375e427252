import { write } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { hours, later } from "@/lib/core/time";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import { addKey } from "./create";
import { type ApiKey, checkNotBeyond, type KeyWithSecret, keyState, withoutHash } from "./key";

/** How long the old key goes on after a rotation, unless said otherwise. */
export const GRACE_HOURS = 24;

/**
 * Makes a key's successor, alike in all but the secret. The old one expires after the grace period, or before. 412 where
 * `version` is no longer the one at hand.
 */
export const rotateKey = (
  scope: Scope<"keys:write">,
  id: string,
  { graceHours = GRACE_HOURS }: { graceHours?: number | undefined },
  now: Date,
  version?: number,
): Promise<KeyWithSecret & { previous: ApiKey }> =>
  write(scope, "key.rotate", async (stores) => {
    const key = present(await stores.keys.held(id), "Key");
    const state = keyState(key, now);
    if (state !== "active") {
      throw new Problem("resource.conflict", { detail: `The key is ${state}; make a new one instead` });
    }
    await checkNotBeyond(scope, stores, key);
    const end = later(now, hours(graceHours));
    const expiresAt = key.expiresAt && key.expiresAt < end ? key.expiresAt : end;
    const previous = await stores.keys.change(id, { expiresAt }, version);
    if (!previous) throw stale(key.version);
    const { resellerId, customerId, name, level, permissions } = key;
    const next = { resellerId, customerId, name, level, permissions, expiresAt: key.expiresAt };
    return { ...(await addKey(stores, next, now)), previous: withoutHash(previous) };
  });

/** Ends a key at once, and for good. Repeating is harmless. 412 where `version` is no longer the one at hand. */
export const revokeKey = (scope: Scope<"keys:write">, id: string, now: Date, version?: number): Promise<ApiKey> =>
  write(scope, "key.revoke", async ({ keys }) => {
    const key = present(await keys.held(id), "Key");
    const revoked = await keys.change(id, { revokedAt: key.revokedAt ?? now }, version);
    if (!revoked) throw stale(key.version);
    return withoutHash(revoked);
  });
