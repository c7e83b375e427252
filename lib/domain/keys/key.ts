import { createHash, randomBytes } from "node:crypto";
import type { Row, Writes } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Permission, Scope } from "@/lib/core/scope";

/** A program's key, without what proves it. */
export type ApiKey = Omit<Row<"api_key">, "secretHash">;

export const withoutHash = ({ secretHash: _hash, ...key }: Row<"api_key">): ApiKey => key;

/** A key with its text: shown this once, kept nowhere. */
export interface KeyWithSecret {
  key: ApiKey;
  secret: string;
}

/** `XI` and 128 random bits as 32 upper-case hex digits: the form that cloudonix documents, for keys of every level. */
export const newSecret = (): string => `XI${randomBytes(16).toString("hex").toUpperCase()}`;

/** A random key needs no slow hash: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export type KeyState = "active" | "expired" | "revoked";

export const keyState = ({ revokedAt, expiresAt }: Pick<ApiKey, "revokedAt" | "expiresAt">, now: Date): KeyState => {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
};

/** 403 where a key could do more than whoever makes it, or for longer. */
export async function checkNotBeyond(
  scope: Scope<"keys:write">,
  { keys }: Pick<Writes, "keys">,
  { permissions, expiresAt }: { permissions: readonly Permission[]; expiresAt: Date | null },
): Promise<void> {
  const beyond = permissions.filter((permission) => !scope.permissions.has(permission));
  if (beyond.length > 0) {
    throw new Problem("permission.missing", {
      detail: `A key cannot do more than you may yourself: leave out ${beyond.join(", ")}`,
    });
  }
  const end = scope.actor.kind === "key" ? (await keys.self())?.expiresAt : undefined;
  if (end && (expiresAt === null || expiresAt > end)) {
    throw new Problem("permission.missing", {
      detail: `A key cannot outlive the one that makes it, which expires at ${end.toISOString()}`,
    });
  }
}
