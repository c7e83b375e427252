import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { client } from "./client";
import { type Database, kit } from "./kit";
import { apiKeys, csps, customers, users } from "./schema";
import { hot } from "./stores/hot";

/** Looks who is asking, before there is a scope: reads by an unguessable or unique key, and nothing else. */

export type KeyRow = typeof apiKeys.$inferSelect;
export type UserRow = typeof users.$inferSelect;

/** The keys that were found since anything was last committed: programs call many times with the same one. */
let known = { db: undefined as Database | undefined, changes: 0, keys: new Map<string, KeyRow>() };

/** A key by its SHA-256; not one of a deleted customer. The caller checks expiry and revocation. */
export async function keyByHash(secretHash: string): Promise<KeyRow | undefined> {
  const db = client().reader;
  const changes = kit.changeCount(db);
  if (changes === undefined) return keyInDatabase(db, secretHash);
  if (known.changes !== changes || known.db !== db) known = { db, changes, keys: new Map() };
  const { keys } = known;
  const had = keys.get(secretHash);
  if (had) return had;
  const found = await keyInDatabase(db, secretHash);
  if (found) keys.set(secretHash, found);
  return found;
}

async function keyInDatabase(db: Database, secretHash: string): Promise<KeyRow | undefined> {
  const query = hot(db, "key_by_hash", (prepare) =>
    prepare(
      db
        .select({ ...getTableColumns(apiKeys), liveCustomerId: customers.id })
        .from(apiKeys)
        .leftJoin(customers, and(eq(customers.id, apiKeys.customerId), isNull(customers.deletedAt)))
        .where(eq(apiKeys.secretHash, sql.placeholder("secretHash"))),
      "key_by_hash",
    ),
  );
  const found = (await query.execute({ secretHash })).at(0);
  return found && (found.customerId === null || found.liveCustomerId !== null) ? found : undefined;
}

/** As `keyByHash`, by the key's id: for tokens made from a key. */
export async function keyById(id: string): Promise<KeyRow | undefined> {
  const found = (await client().reader.select({ hash: apiKeys.secretHash }).from(apiKeys).where(eq(apiKeys.id, id))).at(
    0,
  );
  return found && keyByHash(found.hash);
}

/** `email` in its folded form. */
export async function userByEmail(email: string): Promise<UserRow | undefined> {
  const db = client().reader;
  const query = hot(db, "user_by_email", (prepare) =>
    prepare(
      db
        .select()
        .from(users)
        .where(eq(users.email, sql.placeholder("email"))),
      "user_by_email",
    ),
  );
  return (await query.execute({ email })).at(0);
}

export async function userById(id: string): Promise<UserRow | undefined> {
  const db = client().reader;
  const query = hot(db, "user_by_id", (prepare) =>
    prepare(
      db
        .select()
        .from(users)
        .where(eq(users.id, sql.placeholder("id"))),
      "user_by_id",
    ),
  );
  return (await query.execute({ id })).at(0);
}

export const cspById = async (id: string) => (await client().reader.select().from(csps).where(eq(csps.id, id))).at(0);
