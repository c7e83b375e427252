"use server";

import { company } from "@/components/customer-form/details";
import type { Posted } from "@/components/customer-form/values";
import { withoutEmpty } from "@/components/form/names";
import { createCustomer } from "@/lib/api/portal/customers.contract";
import { goTo } from "@/lib/auth/page";
import { callHere, faultsOf, textsOf } from "../../api";

const names = company.map(({ name }) => name);

/** What the form does where its scripts have not arrived: a customer of its company's details, to be filled in later. */
export async function createFromForm(_before: Posted, form: FormData): Promise<Posted> {
  const values = textsOf(form, names);
  const { reply, problem } = await callHere(createCustomer, { body: withoutEmpty(values) ?? {} });
  if (problem) return { values, faults: faultsOf(problem) };
  // The reply of that contract.
  return goTo(`/portal/customers/${(reply as { id: string }).id}/edit`);
}
