import { userByEmail } from "@/db/credentials";
import { principalOfUser } from "../auth/session";
import { grant, type Permission, type Principal, type Role, type Scope } from "../core/scope";
import { demo } from "./demo";

const origin = { surface: "test", correlationId: "test", ip: "192.0.2.1" };

/** The demo's user of that role: of the first CSP, and of its first reseller or the named one. */
export function login(role: Role, reseller = 0): { email: string; password: string } {
  const { csps, resellers, users } = demo();
  const resellerId = role.startsWith("csp") ? null : resellers[reseller]?.id;
  const found = users.find(
    (user) => user.role === role && user.cspId === csps[0]?.id && user.resellerId === resellerId,
  );
  if (!found) throw new Error(`the demo has no ${role}`);
  return found;
}

export async function principal(role: Role, reseller = 0): Promise<Principal> {
  const user = await userByEmail(login(role, reseller).email);
  if (!user) throw new Error(`the demo's ${role} is not in the database`);
  return principalOfUser(user, origin);
}

export const scopeOf = async <P extends Permission>(role: Role, ...needs: P[]): Promise<Scope<P>> =>
  grant(await principal(role), ...needs);
