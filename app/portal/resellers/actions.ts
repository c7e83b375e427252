"use server";

import { redirect } from "next/navigation";
import type { DetailValues } from "@/components/customer-form/values";
import { withoutEmpty } from "@/components/form/names";
import type { PostedForm } from "@/components/form/use-posted-form";
import { resellerDetails } from "@/components/resellers/details";
import { createReseller } from "@/lib/api/portal/resellers.contract";
import { callHere, faultsOf, textsOf } from "../api";

/** What the form does where its scripts have not arrived. */
export async function addReseller(
  _before: PostedForm<DetailValues, { id: string }>,
  form: FormData,
): Promise<PostedForm<DetailValues, { id: string }>> {
  const values = textsOf(form, resellerDetails);
  const { reply, problem } = await callHere(createReseller, { body: withoutEmpty(values) ?? {} });
  if (problem) return { values, faults: faultsOf(problem) };
  // The reply of that contract. Looked at for all: it is not the one that may be looked at alone.
  redirect(`/portal/resellers/${(reply as { id: string }).id}`);
}
