import { databaseUrl } from "../../lib/core/env";
import { forget, once } from "../../lib/core/process";
import { type Database, dialect } from "../kit";
import { openPostgres } from "./postgres";
import { openSqlite } from "./sqlite";

export interface Client {
  /** Sees only what is committed. */
  readonly reader: Database;
  /** All or nothing. Only SQL inside: hashing, mail and HTTP happen before or after. */
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>;
  migrate(migrationsFolder: string): Promise<void>;
  /** How many migrations the database has. Throws when it cannot be reached. */
  applied(): Promise<number>;
  close(): Promise<void>;
}

/** The process's connections, opened by the first who asks. */
export const client = (): Client =>
  once("database", () => (dialect === "postgres" ? openPostgres : openSqlite)(databaseUrl()));

/** Waits for the write under way and closes; a later `client()` opens anew. */
export async function closeDatabase(): Promise<void> {
  const open = client();
  forget("database");
  await open.close();
}
