"use server";

import { cookies } from "next/headers";
import { bodyOf, empty, type PasswordValues, UNLIKE } from "@/components/account/values";
import type { PostedForm } from "@/components/form/use-posted-form";
import { changeOwnPassword } from "@/lib/api/portal/account.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { beginSession } from "@/lib/auth/session";
import { clock } from "@/lib/core/time";
import { callHere, faultsOf, textsOf } from "../api";

/** What the form does where its scripts have not arrived. */
export async function changePassword(
  _before: PostedForm<PasswordValues, true>,
  form: FormData,
): Promise<PostedForm<PasswordValues, true>> {
  const values = { ...empty, ...textsOf(form, Object.keys(empty)) };
  if (values.password !== values.again) return { values: empty, faults: { again: UNLIKE } };
  // Before the change: it ends the session that this is asked with.
  const { actor } = await pagePrincipal();
  const { problem } = await callHere(changeOwnPassword, { body: bodyOf(values) });
  if (problem) return { values: empty, faults: faultsOf(problem) };
  (await cookies()).set(await beginSession(actor.id, clock()));
  return { values: empty, faults: {}, saved: true };
}
