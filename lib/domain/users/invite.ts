import { write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { invalid } from "@/lib/core/problem";
import type { Role, Scope } from "@/lib/core/scope";
import { fold, tidy } from "@/lib/core/text";
import { present } from "../customers/customer";
import { checkNewPassword, hashPassword, newPassword } from "./password";
import { checkHasUsers, checkNotStronger, checkRole, isCspRole, type User, withoutSecrets } from "./user";

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  /** Of a reseller's user; without one: the caller's own reseller. */
  resellerId?: string | undefined;
  /** Without one a password is made. */
  password?: string | undefined;
}

/** A user, with the password where it was made here: shown this once, kept nowhere. */
export interface WithPassword {
  user: User;
  password: string | undefined;
}

/** Adds somebody who can sign in at once. 422 where the address is taken, by whomever. */
export async function inviteUser(
  scope: Scope<"users:write">,
  { email, name, role, resellerId: asked, password: given }: NewUser,
  now: Date,
): Promise<WithPassword> {
  checkHasUsers(scope);
  if (isCspRole(role) && asked) throw invalid(["resellerId"], `is not for a ${role}`);
  checkNotStronger(scope, role);
  if (given !== undefined) checkNewPassword(given);
  const password = given ?? newPassword();
  const passwordHash = await hashPassword(password);
  const user = await write(scope, "user.invite", async ({ users, resellers }) => {
    const resellerId = isCspRole(role) ? (scope.resellerId ?? null) : (asked ?? scope.resellerId ?? null);
    checkRole(role, { resellerId });
    if (resellerId !== null) present(await resellers.byId(resellerId), "Reseller");
    const dates = { createdAt: now, modifiedAt: now, sessionsFrom: now };
    const added = await users.add({
      id: newId(now),
      resellerId,
      email: fold(tidy(email)),
      name: tidy(name),
      role,
      passwordHash,
      ...dates,
    });
    if (!added) throw invalid(["email"], "is the address of a user already", "taken");
    return withoutSecrets(added);
  });
  return { user, password: given === undefined ? password : undefined };
}
