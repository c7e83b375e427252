import { type KeyFilter, type Reads, read } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { latestKeyUse } from "../activity/touch";
import { present } from "../customers/customer";
import { type ApiKey, withoutHash } from "./key";

export interface ListedKey extends ApiKey {
  resellerName: string | null;
  customerName: string | null;
}

type Found = Awaited<ReturnType<Reads["keys"]["list"]>>[number];

const listed = ({ key, resellerName, customerName }: Found): ListedKey => ({
  ...withoutHash(key),
  lastUsedAt: latestKeyUse(key.id, key.lastUsedAt),
  resellerName,
  customerName,
});

/** Every key below the scope, revoked and expired ones too; newest first. */
export const listKeys = async (scope: Scope<"keys:read">, filter: KeyFilter = {}): Promise<ListedKey[]> =>
  (await read(scope, ({ keys }) => keys.list(filter))).map(listed);

export const getKey = async (scope: Scope<"keys:read">, id: string): Promise<ListedKey> =>
  listed(present(await read(scope, ({ keys }) => keys.byId(id)), "Key"));
