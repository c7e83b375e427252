"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { read } from "@/db/doors";
import { resellerCookie, SESSION, sessionCookie } from "./cookies";
import { localPath } from "./local-path";
import { visitor } from "./page";

/** The action of the sign-out form. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  for (const { name, options } of [sessionCookie(), resellerCookie()]) jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
}

/** The action of the reseller switcher: `reseller` is an id, or empty for the whole CSP. Back to the same page. */
export async function switchReseller(form: FormData): Promise<void> {
  const session = await visitor();
  const asked = String(form.get("reseller") ?? "");
  if (session?.whole.level === "csp") {
    const reseller = asked && (await read(session.whole, ({ resellers }) => resellers.byId(asked)));
    const { name, options } = resellerCookie();
    const chosen = reseller ? { value: reseller.id, maxAge: SESSION / 1000 } : { value: "", maxAge: 0 };
    (await cookies()).set({ name, ...options, ...chosen });
  }
  redirect(pathOf((await headers()).get("referer")));
}

function pathOf(referer: string | null): string {
  const url = referer ? URL.parse(referer) : null;
  return localPath(url && url.pathname + url.search);
}
