"use server";

import { bodyOf, type CapacityValues, emptyEntry } from "@/components/capacity/values";
import type { PostedForm } from "@/components/form/use-posted-form";
import { addCapacity } from "@/lib/api/portal/belongings.contract";
import { goTo } from "@/lib/auth/page";
import { callHere, faultsOf, textsOf } from "../../../../api";

type Posted = PostedForm<CapacityValues>;

/** What the form does where its scripts have not arrived. */
export async function addEntry(id: string, _before: Posted, form: FormData): Promise<Posted> {
  const values = { ...emptyEntry, ...textsOf(form, Object.keys(emptyEntry)) };
  const { problem } = await callHere(addCapacity, {
    params: { customer_id: id },
    body: bodyOf(values),
    ifMatch: String(form.get("version")),
  });
  if (problem) return { values, faults: faultsOf(problem) };
  return goTo(`/portal/customers/${id}/capacity`);
}
