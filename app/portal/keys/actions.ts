"use server";

import type { PostedForm } from "@/components/form/use-posted-form";
import { bodyOf, type KeyValues, type MadeKey } from "@/components/keys/values";
import { createKey, type Key } from "@/lib/api/portal/keys.contract";
import { callHere, faultsOf, textsOf } from "../api";

const empty = { name: "", level: "", reseller_id: "", customer_id: "", expires_at: "" };

/** What the form does where its scripts have not arrived. */
export async function addKey(
  _before: PostedForm<KeyValues, MadeKey>,
  form: FormData,
): Promise<PostedForm<KeyValues, MadeKey>> {
  const values = {
    ...empty,
    ...textsOf(form, Object.keys(empty)),
    permissions: form.getAll("permissions").map(String),
  };
  const { reply, problem } = await callHere(createKey, { body: bodyOf(values) });
  if (problem) return { values, faults: faultsOf(problem) };
  // The reply of that contract.
  const { key, secret } = reply as { key: Key; secret: string };
  return { values, faults: {}, saved: { id: key.id, name: key.name, secret } };
}
