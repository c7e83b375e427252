import { cspById } from "@/db/credentials";
import { Problem } from "@/lib/core/problem";
import type { Principal } from "@/lib/core/scope";

/** 400 where a caller does not say which portal it means. */
export function requireTenant(domain: string | undefined): void {
  if (domain?.trim()) return;
  throw new Problem("tenant.missing", { detail: "Send the domain of the portal in the header X-Tenant" });
}

/** 403 where the portal that a caller names, if it does, is not that of its CSP. */
export async function checkTenant(domain: string | undefined, { cspId }: Principal): Promise<void> {
  const asked = domain?.trim().toLowerCase();
  if (!asked || (await cspById(cspId))?.domain === asked) return;
  throw new Problem("tenant.unknown", { detail: "X-Tenant is not the domain of a portal of the caller" });
}
