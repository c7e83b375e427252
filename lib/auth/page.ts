import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { cspById } from "@/db/credentials";
import { read } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { roleNames } from "@/lib/core/role-names";
import { grant, may, type Permission, type Principal, type Role, type Scope } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { announceSetup, isSetUp } from "@/lib/domain/setup/code";
import { ipOf } from "./headers";
import { sessionOf } from "./session";

/** Who looks at the page at hand, if anybody. One look a request, however many parts of the page ask. */
export const visitor = cache(async () => {
  const all = await headers();
  const header = (name: string) => all.get(name) ?? undefined;
  const correlationId = header("x-request-id") || newId(clock());
  const origin = { surface: "portal", correlationId, ip: ipOf({ header }) };
  return sessionOf((await cookies()).toString(), origin);
});

/** Where an empty portal is set up; anywhere else there is nothing to see yet. */
export async function leaveForSetup(): Promise<void> {
  if (await isSetUp()) return;
  await announceSetup();
  redirect("/setup");
}

async function signedIn() {
  const found = await visitor();
  if (found) return found;
  await leaveForSetup();
  // The server in front of Next writes down what was asked for; Next itself does not say.
  const asked = (await headers()).get("x-path");
  redirect(asked ? `/sign-in?next=${encodeURIComponent(asked)}` : "/sign-in");
}

/** The principal of the page at hand; somebody who is not signed in is sent to the sign-in page, and back. */
export const pagePrincipal = async (): Promise<Principal> => (await signedIn()).principal;

/**
 * The scope of the page at hand; undefined where the role lacks a permission. The page then shows `NoPermission`:
 * `const scope = await pageScope("keys:read"); if (!scope) return <NoPermission need="see API keys" />;`
 */
export async function pageScope<P extends Permission>(...needs: readonly P[]): Promise<Scope<P> | undefined> {
  const principal = await pagePrincipal();
  return may(principal, ...needs) ? grant(principal, ...needs) : undefined;
}

export interface CurrentUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** As it reads. */
  roleName: string;
  cspName: string;
  /** Its own reseller, or the one that a CSP's user has confined itself to. */
  reseller: { id: string; name: string } | undefined;
  /** What a CSP's user can confine itself to; empty for a reseller's. */
  choices: readonly { id: string; name: string }[];
}

/** Who is signed in, for the shell of every page. */
export const currentUser = cache(async (): Promise<CurrentUser> => {
  const { user, whole, principal } = await signedIn();
  const csp = await cspById(user.cspId);
  const resellers = (await read(whole, (stores) => stores.resellers.list())).map(({ id, name }) => ({ id, name }));
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    roleName: roleNames[user.role],
    cspName: csp?.name ?? "",
    reseller: resellers.find(({ id }) => id === principal.resellerId),
    choices: whole.level === "csp" ? resellers : [],
  };
});
