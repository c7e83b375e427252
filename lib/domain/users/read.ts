import { read } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { type User, withoutSecrets } from "./user";

export interface ListedUser extends User {
  /** Null for a user of the CSP itself. */
  resellerName: string | null;
}

/** Everybody below the scope, by e-mail address. */
export const listUsers = async (scope: Scope<"users:read">): Promise<ListedUser[]> =>
  (await read(scope, ({ users }) => users.list())).map(({ user, resellerName }) => ({
    ...withoutSecrets(user),
    resellerName,
  }));

export const getUser = async (scope: Scope<"users:read">, id: string): Promise<User> =>
  withoutSecrets(present(await read(scope, ({ users }) => users.byId(id)), "User"));

/** The user who asks, wherever its scope is confined to; 404 for a key. */
export const getSelf = async (scope: AnyScope): Promise<User> =>
  withoutSecrets(present(await read(scope, ({ users }) => users.self()), "User"));
