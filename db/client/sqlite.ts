import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Driver from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Client } from "./index";

/**
 * SQLite has one writer: every transaction waits its turn in one queue on one connection, which is what keeps
 * SQLITE_BUSY away. Reads go over another connection (WAL), so nobody sees what is not committed.
 */
export function openSqlite(url: string): Client {
  const path = resolve(url.slice("file:".length));
  mkdirSync(dirname(path), { recursive: true });
  const writer = keepStatements(new Driver(path, { timeout: 10_000 }));
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = NORMAL");
  writer.pragma("foreign_keys = ON");
  const reader = keepStatements(new Driver(path, { readonly: true, timeout: 10_000 }));
  reader.pragma("cache_size = -32000");
  const options = { casing: "snake_case" } as const;
  const writing = drizzle(writer, options);
  let tail: Promise<unknown> = Promise.resolve();

  return {
    // The kit's type is one of the two databases'; which one is checked by the two compiler runs.
    reader: drizzle(reader, options) as never,
    transaction: (work) => {
      const turn = tail.then(async () => {
        writer.exec("BEGIN IMMEDIATE");
        try {
          const result = await work(writing as never);
          writer.exec("COMMIT");
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec("ROLLBACK");
          throw error;
        }
      });
      tail = turn.catch(() => undefined);
      return turn;
    },
    migrate: async (migrationsFolder) => {
      // Tables are rebuilt in some migrations, which foreign keys would stop half-way.
      writer.pragma("foreign_keys = OFF");
      migrate(writing, { migrationsFolder });
      writer.pragma("foreign_keys = ON");
    },
    applied: async () => {
      const known = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
      return known ? (writer.prepare("select count(*) n from __drizzle_migrations").get() as { n: number }).n : 0;
    },
    close: async () => {
      await tail;
      reader.close();
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}

const MOST_STATEMENTS = 300;

/** Compiles a text once, not each time that Drizzle has it prepared; the least used are forgotten. */
function keepStatements(connection: Driver.Database): Driver.Database {
  const compile = connection.prepare.bind(connection);
  const kept = new Map<string, Driver.Statement>();
  connection.prepare = ((text: string) => {
    const had = kept.get(text);
    kept.delete(text);
    const statement = had ?? compile(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    // Rows as arrays are what the one before may have asked for; Drizzle asks for them anew each time.
    return had?.reader ? had.raw(false) : statement;
  }) as typeof connection.prepare;
  return connection;
}
