import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Client } from "./index";

/** Serialisation failure and deadlock: nothing was written, and the same work may succeed at once. */
const retryable = (error: unknown): boolean => {
  const code = (error as { code?: string; cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code;
  return code === "40001" || code === "40P01";
};

/** Any number: the same in every app server, so that one migrates while the others wait. */
const MIGRATION_LOCK = 7_310_554;

export function openPostgres(url: string): Client {
  const sql = postgres(url, { max: 10, onnotice: () => undefined, connect_timeout: 10 });
  const db = drizzle(sql, { casing: "snake_case" });

  return {
    reader: db as never,
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction((tx) => work(tx as never));
        } catch (error) {
          if (attempt === 4 || !retryable(error)) throw error;
        }
      }
    },
    migrate: async (migrationsFolder) => {
      const one = postgres(url, { max: 1, onnotice: () => undefined });
      try {
        await one`select pg_advisory_lock(${MIGRATION_LOCK})`;
        await migrate(drizzle(one), { migrationsFolder });
      } finally {
        await one.end({ timeout: 5 });
      }
    },
    applied: async () => {
      const [known] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
      if (!known?.known) return 0;
      const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
      return row?.n ?? 0;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
