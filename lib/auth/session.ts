import { decode, encode } from "next-auth/jwt";
import { type UserRow, userById } from "@/db/credentials";
import { read } from "@/db/doors";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { confine, type Permission, type Principal, permissionsOf, type Role } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { type KeptCookie, keptSession, SESSION, sessionCookie } from "./cookies";
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

/** Whoever acts for that reseller alone; 403 where it is not theirs to see. */
async function actingFor(whole: Principal, id: string): Promise<Principal> {
  if (id === whole.resellerId) return whole;
  const mayBe = whole.level === "csp" && isUuid(id);
  const reseller = mayBe ? await read(whole, ({ resellers }) => resellers.byId(id)) : undefined;
  if (reseller) return confine(whole, reseller.id);
  throw new Problem("reseller.foreign", { detail: "There is no such reseller that is yours to see" });
}

/** Who is signed in, and as whom they act: a CSP's user may do so for one `reseller` alone, by its id. */
export async function sessionOf(cookies: string | undefined, origin: Origin, reseller?: string) {
  const user = await userOfCookie(cookies);
  if (!user) return undefined;
  const whole = principalOfUser(user, origin);
  return { user, whole, principal: reseller ? await actingFor(whole, reseller) : whole };
}

/** The principal of a request's `Cookie` header; 401 where nobody is signed in. */
export async function principalOfSession(
  cookies: string | undefined,
  origin: Origin,
  reseller?: string,
): Promise<Principal> {
  const session = await sessionOf(cookies, origin, reseller);
  if (!session) throw unauthenticated();
  return session.principal;
}
