import { decode, encode } from "next-auth/jwt";
import { type UserRow, userById } from "@/db/credentials";
import { read } from "@/db/doors";
import { ALL } from "@/lib/core/drawn-for";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { confine, type Permission, type Principal, permissionsOf, type Role } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { type KeptCookie, keptSession, resellerCookie, SESSION, sessionCookie } from "./cookies";
import { cookieOf } from "./headers";
import { type Origin, unauthenticated } from "./keys";

/** What a session's token says: who, and since when (milliseconds since 1970). All else is asked of the database. */
export interface Claims {
  sub?: unknown;
  at?: unknown;
}

export function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set: nobody can sign in without it");
  return value;
}

/** The user whose session it is; nobody once it is too old, begun before the password changed, or of somebody inactive. */
export async function userOfClaims({ sub, at }: Claims): Promise<UserRow | undefined> {
  if (typeof sub !== "string" || typeof at !== "number" || clock().getTime() - at >= SESSION) return undefined;
  const user = await userById(sub);
  return user?.active && at > user.sessionsFrom.getTime() ? user : undefined;
}

/** A session of that user which begins now: the one that goes on where `ended` was the end of all others. */
export async function beginSession(userId: string, ended: Date): Promise<KeptCookie> {
  const token = { sub: userId, at: Math.max(clock().getTime(), ended.getTime() + 1) };
  return keptSession(await encode({ token, secret: secret(), maxAge: SESSION / 1000 }));
}

async function userOfCookie(cookies: string | undefined): Promise<UserRow | undefined> {
  const token = cookieOf(cookies, sessionCookie().name);
  if (!token) return undefined;
  // Whatever was not encrypted here is as good as none.
  const claims = await decode({ token, secret: secret() }).catch(() => null);
  return claims ? userOfClaims(claims) : undefined;
}

const sets = Object.fromEntries(
  Object.entries(permissionsOf).map(([role, names]) => [role, new Set(names)]),
) as unknown as Record<Role, ReadonlySet<Permission>>;

export const principalOfUser = (user: UserRow, origin: Origin): Principal => ({
  level: user.resellerId ? "reseller" : "csp",
  cspId: user.cspId,
  resellerId: user.resellerId ?? undefined,
  permissions: sets[user.role],
  actor: { kind: "user", id: user.id, name: user.name, ...origin },
});

const resellerOf = async (whole: Principal, id: string | undefined) =>
  id && isUuid(id) ? read(whole, ({ resellers }) => resellers.byId(id)) : undefined;

/** Whoever acts for the reseller that a page was drawn for; 403 where that is no longer open to whoever is signed in. */
async function actingFor(whole: Principal, drawnFor: string): Promise<Principal> {
  if (drawnFor === (whole.level === "csp" ? ALL : whole.resellerId)) return whole;
  const reseller = whole.level === "csp" ? await resellerOf(whole, drawnFor) : undefined;
  if (reseller) return confine(whole, reseller.id);
  throw new Problem("permission.missing", {
    detail: "This page was opened for a reseller that is not yours to see: reload it",
  });
}

/**
 * Who is signed in, and as whom they act: a CSP's user may have confined itself to one reseller. What a page says it was
 * drawn for counts before what the browser keeps, which another of its pages may have changed since.
 */
export async function sessionOf(cookies: string | undefined, origin: Origin, drawnFor?: string) {
  const user = await userOfCookie(cookies);
  if (!user) return undefined;
  const whole = principalOfUser(user, origin);
  if (drawnFor) return { user, whole, principal: await actingFor(whole, drawnFor) };
  const asked = whole.level === "csp" ? cookieOf(cookies, resellerCookie().name) : undefined;
  const reseller = await resellerOf(whole, asked);
  return { user, whole, principal: reseller ? confine(whole, reseller.id) : whole };
}

/** The principal of a request's `Cookie` header; 401 where nobody is signed in. */
export async function principalOfSession(
  cookies: string | undefined,
  origin: Origin,
  drawnFor?: string,
): Promise<Principal> {
  const session = await sessionOf(cookies, origin, drawnFor);
  if (!session) throw unauthenticated();
  return session.principal;
}
