import { cspById } from "@/db/credentials";
import { Problem } from "@/lib/core/problem";
import type { Principal } from "@/lib/core/scope";

/** 400 where a caller does not say which portal it means, 403 where that is not the portal of its CSP. */
export async function checkTenant(domain: string | undefined, { cspId }: Principal): Promise<void> {
  const asked = domain?.trim().toLowerCase();
  if (!asked) throw new Problem("tenant.missing", { detail: "Send the domain of the portal in the header X-Tenant" });
  if ((await cspById(cspId))?.domain !== asked) {
    throw new Problem("tenant.unknown", { detail: "X-Tenant is not the domain of a portal of the caller" });
  }
}
