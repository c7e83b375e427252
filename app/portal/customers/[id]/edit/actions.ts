"use server";

import { editable } from "@/components/customer-form/changes";
import type { Posted } from "@/components/customer-form/values";
import { updateCustomer } from "@/lib/api/portal/customers.contract";
import { goTo } from "@/lib/auth/page";
import { callHere, faultsOf, textsOf } from "../../../api";

const names = editable.map(({ name }) => name);

/** What the form does where its scripts have not arrived: saves all of it, unless somebody else was faster. */
export async function saveFromForm(id: string, _before: Posted, form: FormData): Promise<Posted> {
  const values = textsOf(form, names);
  const version = form.get("version");
  const { problem } = await callHere(updateCustomer, {
    params: { id },
    body: { ...values, external_id: values.external_id || null },
    ifMatch: String(version),
  });
  if (problem) return { values, faults: faultsOf(problem) };
  return goTo(`/portal/customers/${id}`);
}
