import { read, write } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import { slowed } from "./attempts";
import type { WithPassword } from "./invite";
import { checkNewPassword, hashPassword, isPassword, newPassword } from "./password";
import { checkNotStronger, type User, withoutSecrets } from "./user";

/**
 * Gives somebody who is locked out a new password, made here unless given; every session of theirs is over. 412 where
 * `version` is no longer the user's.
 */
export async function resetPassword(
  scope: Scope<"users:write">,
  id: string,
  { password: given }: { password?: string | undefined },
  now: Date,
  version?: number,
): Promise<WithPassword> {
  if (given !== undefined) checkNewPassword(given);
  const password = given ?? newPassword();
  const passwordHash = await hashPassword(password);
  const user = await write(scope, "user.reset_password", async ({ users }) => {
    const { role, version: at } = present(await users.held(id), "User");
    checkNotStronger(scope, role);
    const changed = await users.change(id, { passwordHash, sessionsFrom: now, modifiedAt: now }, version);
    if (!changed) throw stale(at);
    return withoutSecrets(changed);
  });
  return { user, password: given === undefined ? password : undefined };
}

/**
 * Who knows the old password chooses a new one. Every session is over, also the one at hand: sign in anew.
 * 422 on a wrong old password, 429 after some.
 */
export async function changeOwnPassword(
  scope: AnyScope,
  { current, password }: { current: string; password: string },
  now: Date,
): Promise<User> {
  const user = present(await read(scope, ({ users }) => users.self()), "User");
  checkNewPassword(password);
  const right = await slowed(
    `change ${user.id}`,
    async () => (await isPassword(current, user.passwordHash)) || undefined,
  );
  if (!right) throw invalid(["current"], "is not your password");
  if (current === password) throw invalid(["password"], "must be another one than before");
  const passwordHash = await hashPassword(password);
  return write(scope, "user.change_password", async ({ users }) => {
    const changed = await users.changeSelf(user.passwordHash, { passwordHash, sessionsFrom: now, modifiedAt: now });
    if (!changed) {
      throw new Problem("resource.conflict", { detail: "The password was changed in the meantime; sign in anew" });
    }
    return withoutSecrets(changed);
  });
}
