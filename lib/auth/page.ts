import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { cspById } from "@/db/credentials";
import { read } from "@/db/doors";
import { goingOn, resellerIn, switched } from "@/lib/core/address";
import { newId } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { roleNames } from "@/lib/core/role-names";
import { grant, may, type Permission, type Principal, type Role, type Scope } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { announceSetup, isSetUp } from "@/lib/domain/setup/code";
import { ipOf } from "./headers";
import { sessionOf } from "./session";

/** What was asked for. The server in front of Next writes it down; Next itself does not say. Its own `_rsc` is no part of it. */
export const addressHere = async () => (await headers()).get("x-path")?.replace(/[?&]_rsc=[^&]*$/, "") ?? null;

/** The reseller for whom alone the page at hand is looked at; a form is posted to the address of its page. */
export const chosenReseller = async () => resellerIn(await addressHere());

/** On to another page, for the same reseller. Never returns. */
export async function goTo(path: string): Promise<never> {
  redirect(goingOn(path, await chosenReseller()));
}

/**
 * Who looks at the page at hand, if anybody, and for which reseller alone, as the address says it. One look a request,
 * however many parts of the page ask. Where the reseller is not theirs to see, the page without it is.
 */
export const visitor = cache(async () => {
  const all = await headers();
  const header = (name: string) => all.get(name) ?? undefined;
  const correlationId = header("x-request-id") || newId(clock());
  const origin = { surface: "portal", correlationId, ip: ipOf({ header }) };
  const address = await addressHere();
  try {
    return await sessionOf((await cookies()).toString(), origin, resellerIn(address));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "reseller.foreign" || !address) throw error;
    redirect(switched(address, undefined));
  }
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
  const asked = await addressHere();
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
  /** Of the portal. */
  cspDomain: string;
  /** Its own reseller, or the one for whom alone a CSP's user looks at the page. */
  reseller: { id: string; name: string } | undefined;
  /** What a CSP's user can choose of; empty for a reseller's. */
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
    cspDomain: csp?.domain ?? "",
    reseller: resellers.find(({ id }) => id === principal.resellerId),
    choices: whole.level === "csp" ? resellers : [],
  };
});
