import type { Writes } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import { type AnyScope, type Permission, permissionsOf } from "@/lib/core/scope";
import { keyState } from "../keys/key";

/** Why a job, or a step of one, cannot be done. */
export const failed = (detail: string): Problem => new Problem("resource.conflict", { detail });

/**
 * Within the transaction that does what was asked for. A user who was deactivated gets nothing done any more, nor does a
 * key that has ended or whose customer was deleted, nor whoever may do less than before.
 */
export async function checkAsker(
  { keys, users }: Pick<Writes, "keys" | "users">,
  { actor }: AnyScope,
  needs: Permission,
  now: Date,
): Promise<void> {
  if (actor.kind === "user") {
    const user = await users.self();
    if (user?.active && permissionsOf[user.role].includes(needs)) return;
    throw failed("The user who asked for it may no longer do this");
  }
  if (actor.kind === "key") {
    const key = await keys.self();
    if (!key) throw failed("The customer of the key that asked for it was deleted");
    const state = keyState(key, now);
    if (state !== "active") throw failed(`The key that asked for it is ${state}`);
    if (!key.permissions.includes(needs)) throw failed("The key that asked for it may no longer do this");
  }
}
