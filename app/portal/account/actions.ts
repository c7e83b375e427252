"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentUser, pagePrincipal } from "@/lib/auth/page";
import { signInWith } from "@/lib/auth/sign-in";
import { Problem } from "@/lib/core/problem";
import { clock } from "@/lib/core/time";
import { changeOwnPassword } from "@/lib/domain/users/passwords";

export interface PasswordState {
  /** What was wrong, by the names of the fields; under "" what belongs to none. */
  faults: Readonly<Record<string, string>>;
  changed?: true;
}

/** Every other session of whoever asks is over; the one at hand begins anew. */
export async function changePassword(_before: PasswordState, form: FormData): Promise<PasswordState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const [current, password] = [text("current"), text("password")];
  if (password !== text("again")) return { faults: { again: "is not the same as the new password" } };
  // Before the change: it ends the session that this is asked with.
  const { email } = await currentUser();
  try {
    await changeOwnPassword(await pagePrincipal(), { current, password }, clock());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const issues = error.facts.issues ?? [{ path: [], message: error.message }];
    return { faults: Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message])) };
  }
  const kept = await signInWith({ email, password }, Object.fromEntries(await headers()));
  if (typeof kept === "string") redirect("/sign-in");
  (await cookies()).set(kept);
  return { faults: {}, changed: true };
}
