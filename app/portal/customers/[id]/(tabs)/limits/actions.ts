"use server";

import type { PostedText } from "@/components/form/use-posted-form";
import type { PostedLimit } from "@/components/limits/concurrency-panel";
import { wholeFrom } from "@/components/limits/number";
import { updateCustomer } from "@/lib/api/portal/customers.contract";
import { removeConcurrency, setConcurrency } from "@/lib/api/portal/limits.contract";
import { goTo } from "@/lib/auth/page";
import { callHere } from "../../../../api";

/** What the form of the limit does where its scripts have not arrived. */
export async function saveLimit(id: string, _before: PostedLimit, form: FormData): Promise<PostedLimit> {
  const text = String(form.get("limit") ?? "").trim();
  const removes = form.get("remove") === "yes";
  const limit = text === "" ? undefined : (wholeFrom(text) ?? Number.NaN);
  if (limit === 0 && !removes && form.get("zero") !== "yes") {
    return { text, confirmZero: true, fault: "0 blocks every call: confirm it." };
  }
  const { problem } = await callHere(removes ? removeConcurrency : setConcurrency, {
    params: { customer_id: id },
    body: { limit },
    ifMatch: String(form.get("version")),
  });
  if (!problem) return goTo(`/portal/customers/${id}/limits`);
  const fault = problem.errors?.map(({ detail }) => `The limit ${detail}.`).join(" ") ?? problem.detail;
  return { text, fault };
}

/** The same for the billing plan. */
export async function savePlan(id: string, _before: PostedText, form: FormData): Promise<PostedText> {
  const text = String(form.get("plan") ?? "");
  const { problem } = await callHere(updateCustomer, {
    params: { id },
    body: { billing_plan_id: text || null },
    ifMatch: String(form.get("version")),
  });
  if (problem) return { text, fault: problem.detail };
  return goTo(`/portal/customers/${id}/limits`);
}
