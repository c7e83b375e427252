import { addressHere, visitor } from "@/lib/auth/page";
import { isUuid } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { grant, may, type Principal } from "@/lib/core/scope";
import { getCustomer } from "@/lib/domain/customers/read";
import { getKey } from "@/lib/domain/keys/read";
import { getReseller, listResellers } from "@/lib/domain/resellers/read";
import { getSkin } from "@/lib/domain/skins/skins";
import { getUser } from "@/lib/domain/users/read";

type Tenant = { id: string; name: string };

/** What has a page of its own and belongs to a reseller, by the page's address. */
const kinds = {
  customers: { noun: "customer", find: (by: Principal, id: string) => getCustomer(grant(by, "customers:read"), id) },
  keys: { noun: "API key", find: (by: Principal, id: string) => getKey(grant(by, "keys:read"), id) },
  users: { noun: "user", find: (by: Principal, id: string) => getUser(grant(by, "users:read"), id) },
  resellers: {
    noun: "page",
    find: async (by: Principal, id: string) => ({
      resellerId: (await getReseller(grant(by, "resellers:read"), id)).id,
    }),
  },
  skins: { noun: "skin", find: (by: Principal, id: string) => getSkin(grant(by, "skins:read"), id) },
};

const orNone = (error: unknown): undefined => {
  if (error instanceof Problem) return undefined;
  throw error;
};

/**
 * Why the page at hand shows nothing to a CSP's user who looks at one reseller alone: what is there belongs to
 * another one, or to the CSP itself (`owner` is undefined). `path` is the address that was asked for.
 */
export async function elsewhere(): Promise<
  { noun: string; owner: Tenant | undefined; chosen: Tenant | undefined; path: string } | undefined
> {
  const found = await visitor();
  const chosenId = found?.principal.resellerId;
  if (found?.whole.level !== "csp" || !chosenId || !may(found.whole, "resellers:read")) return undefined;
  const path = (await addressHere()) ?? "";
  const [, name = "", id = ""] = /^\/portal\/(\w+)\/([^/?]+)/.exec(path) ?? [];
  const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined;
  if (!kind || !isUuid(id)) return undefined;
  const there = await kind.find(found.whole, id).catch(orNone);
  if (!there || there.resellerId === chosenId) return undefined;
  const resellers = await listResellers(grant(found.whole, "resellers:read"));
  const tenant = (of: string | null) => resellers.find((one) => one.id === of);
  return { noun: kind.noun, owner: tenant(there.resellerId), chosen: tenant(chosenId), path };
}
