"use server";

import type { PostedText } from "@/components/form/use-posted-form";
import { joinGroup, leaveGroup, registerDomain } from "@/lib/api/portal/belongings.contract";
import { goTo } from "@/lib/auth/page";
import { callHere } from "../../../../api";

/** What the forms of the groups do where their scripts have not arrived. */
export async function changeGroups(id: string, _before: PostedText, form: FormData): Promise<PostedText> {
  const group = String(form.get("group"));
  const { problem } = await callHere(form.has("leave") ? leaveGroup : joinGroup, {
    params: { customer_id: id, group_id: group },
    body: undefined,
    ifMatch: String(form.get("version")),
  });
  if (problem) return { text: group, fault: problem.detail };
  return goTo(`/portal/customers/${id}/groups`);
}

/** The same for a domain. */
export async function addDomain(id: string, _before: PostedText, form: FormData): Promise<PostedText> {
  const text = String(form.get("name"));
  const { problem } = await callHere(registerDomain, {
    params: { customer_id: id },
    body: { name: text },
    ifMatch: String(form.get("version")),
  });
  if (problem)
    return { text, fault: problem.errors?.map(({ detail }) => `The domain ${detail}.`).join(" ") ?? problem.detail };
  return goTo(`/portal/customers/${id}/groups`);
}
