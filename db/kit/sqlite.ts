import { Column as AnyColumn, is, Param, Placeholder, SQL, sql } from "drizzle-orm";
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
  toSQL(): { sql: string; params: unknown[] };
  readonly _: { readonly selectedFields: Record<string, unknown> };
}

/** A query made ready once; PostgreSQL wants a name for it, SQLite none. */
export function prepare<T>(db: Database, query: Preparable<T>, _name: string) {
  const rowOf = rowReader(query._.selectedFields);
  if (!rowOf) return query.prepare();
  const { sql: text, params } = query.toSQL();
  const statement = driver(db).prepare(text);
  const parameters = params.map(parameterOf);
  return {
    // What Drizzle would answer, at a third of its price: it asks anew of each value and parameter what it is.
    execute: (values: Record<string, unknown> = {}): T => {
      const rows = statement.raw().all(parameters.map((valueIn) => valueIn(values))) as unknown[][];
      return rows.map(rowOf) as T;
    },
  };
}

/**
 * A number that is another one once anybody else has committed: it tells that what was read still holds, at a fifth of
 * a query's price.
 */
export function changeCount(db: Database): number | undefined {
  let query = changes.get(db);
  if (!query) {
    query = driver(db).prepare("pragma data_version").pluck();
    changes.set(db, query);
  }
  return query.get() as number;
}

const changes = new WeakMap<Database, { get(): unknown }>();

const driver = (db: Database): Driver => (db as unknown as { $client: Driver }).$client;

interface Driver {
  prepare(text: string): { raw(): { all(params: unknown[]): unknown[] }; pluck(): { get(): unknown } };
}

/** How a parameter's value is found among those that are given, by name, when the query runs. */
function parameterOf(param: unknown): (values: Record<string, unknown>) => unknown {
  if (is(param, Placeholder)) return (values) => values[param.name];
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return (values) => encoder.mapToDriverValue(values[value.name]);
  }
  return () => param;
}

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

/**
 * Reads a row's values into an object. Written as source once a query, so that the object is made whole: setting forty
 * properties one after another grows it a dozen times. Undefined where the selection is nested.
 */
function rowReader(fields: Record<string, unknown>): ((values: unknown[]) => object) | undefined {
  const decoders: Decoder[] = [];
  const properties = Object.entries(fields).map(([name, field], index) => {
    const decoder = decoderOf(field);
    if (decoder === undefined) return undefined;
    const value = `v[${index}]`;
    if (decoder === "plain") return `${JSON.stringify(name)}: ${value}`;
    const at = decoders.push(decoder) - 1;
    return `${JSON.stringify(name)}: ${value} === null ? null : d[${at}].mapFromDriverValue(${value})`;
  });
  if (properties.includes(undefined)) return undefined;
  // Only the schema's own names are in it.
  return new Function("d", `return (v) => ({ ${properties.join(", ")} });`)(decoders);
}

/** Of a column whose value is as the driver gives it: "plain". Undefined of what is no column and no expression. */
function decoderOf(field: unknown): Decoder | "plain" | undefined {
  if (is(field, AnyColumn)) {
    return field.mapFromDriverValue === AnyColumn.prototype.mapFromDriverValue ? "plain" : field;
  }
  return is(field, SQL) ? (field as unknown as { decoder: Decoder }).decoder : undefined;
}

/** Keeps the rows from other writers until the transaction ends; SQLite's single writer needs nothing for it. */
export const locked = <Q>(query: Q, _of?: SQLiteTable) => query;

/** Nothing to do in these two: SQLite has a single writer. */
export const lockName = async (_db: Database, _name: string): Promise<void> => {};
export const lockTable = async (_db: Database, _table: SQLiteTable): Promise<void> => {};

/** The column for a condition that no index is to be chosen for: where the order's index is the better one to walk. */
export const unindexed = (column: Column) => sql`+${column}`;

/** The column is one of the texts in the placeholder's JSON array: one prepared query for any number of them. */
export const among = (column: Column, placeholder: string): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder(placeholder)}))`;

/** The rows of a JSON array of arrays, each one's values read by `value ->> place`. */
export const rowsIn = (json: string): SQL => sql`json_each(${json})`;

/** A JSON column as a value within `jsonRows`, not as a text within a text. */
export const asJson = (column: Column): SQL => sql`json(${column})`;

/** Rows below a row as one JSON text, an array of arrays: read at a third of what rows of their own cost. */
export const jsonRows = (columns: (Column | SQL)[], order: Column[]): SQL<string> =>
  sql`json_group_array(json_array(${sql.join(columns, sql`, `)}) order by ${sql.join(order, sql`, `)})`;
