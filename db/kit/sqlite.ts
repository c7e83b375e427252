import { type SQL, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { type AnySQLiteColumn, integer, type SQLiteTable, text as sqliteText } from "drizzle-orm/sqlite-core";

export { foreignKey, index, primaryKey, sqliteTable as table, unique, uniqueIndex } from "drizzle-orm/sqlite-core";

export const text = () => sqliteText();
export const int = () => integer();
/** Bytes and counts beyond 32 bits; exact up to 2^53. */
export const big = () => integer();
export const bool = () => integer({ mode: "boolean" });
/** Milliseconds since 1970. */
export const instant = () => integer({ mode: "timestamp_ms" });
/** Exact decimal, as text in code. */
export const decimal = () => sqliteText();
export const json = <T>() => sqliteText({ mode: "json" }).$type<T>();
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => sqliteText({ enum: values });

export type Column = AnySQLiteColumn;
export type Database = BetterSQLite3Database<Record<string, never>>;

/** A text within a JSON column; null where there is none. */
export const jsonText = (column: AnySQLiteColumn, name: string): SQL => sql`${column} ->> ${name}`;

interface Preparable<T> {
  prepare(): { execute(values?: Record<string, unknown>): T };
}

/** A query made ready once; PostgreSQL wants a name for it, SQLite none. */
export const prepare = <T>(query: Preparable<T>, _name: string) => query.prepare();

/** Keeps the rows from other writers until the transaction ends; SQLite's single writer needs nothing for it. */
export const locked = <Q>(query: Q) => query;

/** Nothing to do: SQLite has a single writer. */
export const lockTable = async (_db: Database, _table: SQLiteTable): Promise<void> => {};

/** The column for a condition that no index is to be chosen for: where the order's index is the better one to walk. */
export const unindexed = (column: Column) => sql`+${column}`;

/** Rows below a row as one JSON text, an array of arrays: read at a third of what rows of their own cost. */
export const jsonRows = (columns: Column[], order: Column[]): SQL<string> =>
  sql`json_group_array(json_array(${sql.join(columns, sql`, `)}) order by ${sql.join(order, sql`, `)})`;
