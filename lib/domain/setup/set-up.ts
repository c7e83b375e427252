import { domainToASCII } from "node:url";
import { operate } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { invalid, missing } from "@/lib/core/problem";
import { fold, sortKey, tidy } from "@/lib/core/text";
import { checkNewPassword, hashPassword } from "../users/password";
import { type User, withoutSecrets } from "../users/user";
import { checkSetupCode } from "./code";

export interface FirstStart {
  /** What the terminal said. */
  code: string;
  /** The CSP's name. */
  organisation: string;
  /** Where its portal lives. */
  domain: string;
  name: string;
  email: string;
  password: string;
}

const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

function domainOf(text: string): string {
  const domain = domainToASCII(text.trim().toLowerCase());
  if (!DOMAIN.test(domain)) throw invalid(["domain"], "must be a domain, such as portal.example.com", "format");
  return domain;
}

/**
 * Makes the first CSP, its own reseller with that reseller's account, and the CSP's first administrator. Only on an
 * empty database: 404 ever after, also for the later of two who try at once.
 */
export async function setUp({ code, organisation, ...first }: FirstStart, now: Date): Promise<User> {
  await checkSetupCode(code);
  const domain = domainOf(first.domain);
  checkNewPassword(first.password);
  const passwordHash = await hashPassword(first.password);
  const dates = { createdAt: now, modifiedAt: now };
  const name = tidy(organisation);
  const email = fold(tidy(first.email));
  return operate("setup", "portal.set_up", async (stores) => {
    if (!(await stores.claimEmpty())) throw missing("Page");
    const csp = await stores.addCsp({ id: newId(now), name, domain, createdAt: now });
    const reseller = await stores.addReseller({
      id: newId(now),
      cspId: csp.id,
      name: "direct",
      isHouse: true,
      ...dates,
    });
    await stores.addCustomer({
      id: newId(now),
      cspId: csp.id,
      resellerId: reseller.id,
      name,
      foldedName: fold(name),
      sortName: sortKey(name),
      status: "ACTIVE",
      admin: true,
      email,
      firstActivatedAt: now,
      ...dates,
    });
    const user = { cspId: csp.id, email, name: tidy(first.name), role: "csp_admin", passwordHash } as const;
    return withoutSecrets(await stores.addUser({ id: newId(now), ...user, sessionsFrom: now, ...dates }));
  });
}
