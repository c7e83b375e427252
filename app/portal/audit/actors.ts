import { listKeys } from "@/lib/api/portal/keys.contract";
import { listUsers } from "@/lib/api/portal/users.contract";
import { pagePrincipal } from "@/lib/auth/page";
import { may } from "@/lib/core/scope";
import { ask } from "../ask";

/** The names that the log has for users and for the programs of staff; customers' keys would be too many to choose from. */
export async function actorNames(): Promise<string[]> {
  const principal = await pagePrincipal();
  const [users, keys] = await Promise.all([
    may(principal, "users:read") ? ask(listUsers, {}) : undefined,
    may(principal, "keys:read") ? ask(listKeys, {}) : undefined,
  ]);
  const programs = keys?.items.filter(({ level }) => level !== "customer") ?? [];
  return [...new Set([...(users?.items ?? []), ...programs].map(({ name }) => name))].sort();
}
