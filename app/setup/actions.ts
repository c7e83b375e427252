"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { decode } from "@/lib/api/serve";
import { email, filledText } from "@/lib/api/wire";
import { signInWith } from "@/lib/auth/sign-in";
import { Problem } from "@/lib/core/problem";
import { clock } from "@/lib/core/time";
import { setUp } from "@/lib/domain/setup/set-up";

const form = z.object({
  code: filledText(),
  organisation: filledText(),
  domain: filledText(),
  name: filledText(),
  email: email(),
  password: z.string(),
});

type Values = Record<keyof z.infer<typeof form>, string>;

export interface SetupState {
  /** What was typed, but for the password. */
  values: Partial<Values>;
  /** Sentences without their subject, by field. */
  errors: Partial<Values>;
}

export async function setUpPortal(_before: SetupState, data: FormData): Promise<SetupState> {
  const typed = Object.fromEntries(Object.keys(form.shape).map((name) => [name, String(data.get(name) ?? "")]));
  try {
    const { password } = typed;
    const user = await setUp(decode(form, typed), clock());
    const kept = await signInWith({ email: user.email, password: password ?? "" }, Object.fromEntries(await headers()));
    if (typeof kept !== "string") (await cookies()).set(kept);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 404) redirect("/setup");
    const errors = Object.fromEntries((error.facts.issues ?? []).map(({ path, message }) => [path[0], message]));
    return { values: { ...typed, password: "" }, errors };
  }
  redirect("/portal");
}
