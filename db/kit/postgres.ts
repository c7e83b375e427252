import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  integer,
  numeric,
  type PgTable,
  text as pgText,
  timestamp,
} from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";

export { foreignKey, index, pgTable as table, primaryKey, unique, uniqueIndex } from "drizzle-orm/pg-core";

/** Ordered by bytes, as SQLite orders; the order then never depends on the server's locale. */
const byteText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

export const text = () => byteText();
export const int = () => integer();
export const big = () => bigint({ mode: "number" });
export const bool = () => boolean();
export const instant = () => timestamp({ precision: 3, withTimezone: true, mode: "date" });
export const decimal = () => numeric();
/** Text, not jsonb: keys keep their order and every string that JSON can say can be kept. */
export const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })();
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => pgText({ enum: values });

export type Column = AnyPgColumn;
export type Database = PostgresJsDatabase<Record<string, never>>;

/** A text within a JSON column; null where there is none. */
export const jsonText = (column: AnyPgColumn, name: string): SQL => sql`${column}::json ->> ${name}`;

interface Preparable<T> {
  prepare(name: string): { execute(values?: Record<string, unknown>): T };
}

export const prepare = <T>(_db: Database, query: Preparable<T>, name: string) => query.prepare(name);

/** PostgreSQL has no such number that costs less than a query. */
export const changeCount = (_db: Database): number | undefined => undefined;

/** Keeps other writers from the table until the transaction ends; readers are let through. */
export const lockTable = async (db: Database, table: PgTable): Promise<void> => {
  await db.execute(sql`lock table ${table} in share row exclusive mode`);
};

/**
 * Keeps the rows from other writers until the transaction ends; those of `of` alone where others are joined to them. What
 * refers to a row can be added meanwhile.
 */
export const locked = <Q>(
  query: Q & { for(strength: "no key update", config?: { of?: PgTable }): unknown },
  of?: PgTable,
): Q => query.for("no key update", of ? { of } : {}) as Q;

/** Whoever else asks for the name waits until the transaction ends. */
export const lockName = async (db: Database, name: string): Promise<void> => {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
};

/** PostgreSQL keeps statistics and chooses by them. */
export const unindexed = (column: Column) => sql`${column}`;

/** The column is one of the texts in the placeholder's JSON array: one prepared query for any number of them. */
export const among = (column: Column, placeholder: string): SQL =>
  sql`${column} in (select json_array_elements_text(${sql.placeholder(placeholder)}::json) collate "C")`;

/** The rows of a JSON array of arrays, each one's values read by `value ->> place`. */
export const rowsIn = (json: string): SQL => sql`json_array_elements(${json}::json)`;

/** A JSON column as a value within `jsonRows`, not as a text within a text. */
export const asJson = (column: Column): SQL => sql`${column}::json`;

/** Rows below a row as one JSON text, an array of arrays: read at a third of what rows of their own cost. */
export const jsonRows = (columns: (Column | SQL)[], order: Column[]): SQL<string> =>
  sql`coalesce(json_agg(json_build_array(${sql.join(columns, sql`, `)}) order by ${sql.join(order, sql`, `)}), '[]')::text`;
