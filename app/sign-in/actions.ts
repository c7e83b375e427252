"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { localPath } from "@/lib/auth/local-path";
import { signInWith } from "@/lib/auth/sign-in";

export interface SignInState {
  email: string;
  failure?: string;
}

const failures = {
  wrong: "The e-mail address and the password do not belong together, or the account is not active.",
  slowed: "There were too many failed attempts. Wait a minute, then try again.",
};

export async function signIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const asked = { email, password: String(form.get("password") ?? "") };
  const kept = await signInWith(asked, Object.fromEntries(await headers()));
  if (typeof kept === "string") return { email: email.slice(0, 320), failure: failures[kept] };
  (await cookies()).set(kept);
  redirect(localPath(form.get("next")));
}
