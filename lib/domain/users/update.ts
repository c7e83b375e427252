import { type Row, type Writes, write } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Role, Scope } from "@/lib/core/scope";
import { tidy } from "@/lib/core/text";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import { adminRole, checkNotStronger, checkRole, type User, withoutSecrets } from "./user";

export interface UserDetails {
  name?: string | undefined;
  /** Within the user's own tenant: a reseller's user never becomes the CSP's. */
  role?: Role | undefined;
  active?: boolean | undefined;
}

/**
 * Changes what is given. Whoever is deactivated is out at once, and its sessions stay over when it comes back.
 * 409 for a tenant's last active administrator, 412 where `version` is no longer the user's.
 */
export const updateUser = (
  scope: Scope<"users:write">,
  id: string,
  { name, role, active }: UserDetails,
  now: Date,
  version?: number,
): Promise<User> =>
  write(scope, "user.update", async ({ users }) => {
    const user = present(await users.held(id), "User");
    checkNotStronger(scope, user.role);
    if (role !== undefined) {
      checkRole(role, user);
      checkNotStronger(scope, role);
    }
    if (active === false || (role !== undefined && role !== user.role)) {
      await checkNotLastAdmin(users, user, role ?? user.role, active ?? user.active);
    }
    const changed = await users.change(
      id,
      {
        ...(name === undefined ? {} : { name: tidy(name) }),
        ...(role === undefined ? {} : { role }),
        ...(active === undefined ? {} : { active }),
        ...(active === false && user.active ? { sessionsFrom: now } : {}),
        modifiedAt: now,
      },
      version,
    );
    if (!changed) throw stale(user.version);
    return withoutSecrets(changed);
  });

async function checkNotLastAdmin(
  users: Writes["users"],
  user: Row<"user">,
  role: Role,
  active: boolean,
): Promise<void> {
  const admin = adminRole(user);
  if (role === admin && active) return;
  const admins = await users.activeOf(user, admin);
  if (admins.length !== 1 || admins[0] !== user.id) return;
  throw new Problem("resource.conflict", {
    detail: "This is the last active administrator here; make someone else an administrator first",
  });
}
