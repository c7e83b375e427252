import { write } from "@/db/doors";
import type { AnyScope } from "@/lib/core/scope";
import { present } from "../customers/customer";

/** Keeps when the user who acts signed in last, and in the audit log from where. */
export const recordSignIn = (scope: AnyScope, now: Date): Promise<void> =>
  write(scope, "user.sign_in", async ({ users }) => {
    const { passwordHash } = present(await users.self(), "User");
    await users.changeSelf(passwordHash, { lastSignInAt: now });
  });
