"use server";

import type { PostedForm } from "@/components/form/use-posted-form";
import type { EditValues } from "@/components/users/edit-user";
import { bodyOf, type Invited, type UserValues } from "@/components/users/values";
import { inviteUser, type User, updateUser } from "@/lib/api/portal/users.contract";
import { goTo } from "@/lib/auth/page";
import { callHere, faultsOf, textsOf } from "../api";

const empty: UserValues = { email: "", name: "", role: "", reseller_id: "" };

/** What the form does where its scripts have not arrived. */
export async function addUser(
  _before: PostedForm<UserValues, Invited>,
  form: FormData,
): Promise<PostedForm<UserValues, Invited>> {
  const values = { ...empty, ...textsOf(form, Object.keys(empty)) };
  const { reply, problem } = await callHere(inviteUser, { body: bodyOf(values) });
  if (problem) return { values, faults: faultsOf(problem) };
  // The reply of that contract.
  const { user, password } = reply as { user: User; password: string };
  return { values, faults: {}, saved: { id: user.id, name: user.name, email: user.email, password } };
}

/** As `addUser`, for a user who is there. */
export async function saveUser(
  id: string,
  _before: PostedForm<EditValues>,
  form: FormData,
): Promise<PostedForm<EditValues>> {
  const { name = "", role = "" } = textsOf(form, ["name", "role"]);
  const values = { name, role, active: form.has("active") };
  const { problem } = await callHere(updateUser, {
    params: { id },
    body: values,
    ifMatch: String(form.get("version")),
  });
  if (problem) return { values, faults: faultsOf(problem) };
  return goTo(`/portal/users/${id}`);
}
