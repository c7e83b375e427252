"use server";

import type { PostedForm } from "@/components/form/use-posted-form";
import { changeOf, coloursOf, hardToRead, newBodyOf, type SkinValues } from "@/components/skins/values";
import { changeSkin, createSkin } from "@/lib/api/portal/skins.contract";
import { goTo } from "@/lib/auth/page";
import { callHere, faultsOf } from "../api";

/** A file of the form's own counts before the picture that was there. */
async function logoOf(form: FormData): Promise<string> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return String(form.get("logo") ?? "");
  return `data:${file.type};base64,${Buffer.from(await file.arrayBuffer()).toString("base64")}`;
}

const valuesOf = async (form: FormData): Promise<SkinValues> => ({
  name: String(form.get("name") ?? ""),
  reseller_id: String(form.get("reseller_id") ?? ""),
  colours: coloursOf(form),
  logo: await logoOf(form),
});

/** What is hard to read is saved only where the form says that it is meant. */
const doubtsOf = ({ colours }: SkinValues, form: FormData): string =>
  form.get("anyway") === "yes" ? "" : hardToRead(colours).join(" ");

/** What the form does where its scripts have not arrived. */
export async function addSkin<R>(
  _before: PostedForm<SkinValues, R>,
  form: FormData,
): Promise<PostedForm<SkinValues, R>> {
  const values = await valuesOf(form);
  const doubts = doubtsOf(values, form);
  if (doubts) return { values, faults: { "": doubts } };
  const { problem } = await callHere(createSkin, { body: newBodyOf(values) });
  if (problem) return { values, faults: faultsOf(problem) };
  return goTo("/portal/skins");
}

/** As `addSkin`, for a skin that is there. */
export async function saveSkin(
  id: string,
  _before: PostedForm<SkinValues>,
  form: FormData,
): Promise<PostedForm<SkinValues>> {
  const values = await valuesOf(form);
  const doubts = doubtsOf(values, form);
  if (doubts) return { values, faults: { "": doubts } };
  const ifMatch = String(form.get("version"));
  const { problem } = await callHere(changeSkin, { params: { id }, body: changeOf(values), ifMatch });
  if (problem) return { values, faults: faultsOf(problem) };
  return goTo("/portal/skins");
}
