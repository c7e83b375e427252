import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { dialect } from "./kit";
import * as schema from "./schema";

/** What belongs to no tenant, and why it may. */
const shared = new Map([
  ["csps", "is the tenant itself"],
  ["attempts", "guesses are counted before anybody knows whose tenant it is"],
  ["providers", "clouds are known to the whole installation, and opened to each CSP"],
]);

/** Records outlive what they speak of, so they point at nothing but their CSP. */
const records = new Set(["audit_entries", "jobs", "api_keys"]);

const tables = Object.values(schema).filter((value): value is typeof schema.customers => is(value, Table));
const configOf = (dialect === "postgres" ? postgresConfig : sqliteConfig) as typeof sqliteConfig;

describe("schema", () => {
  it.each(tables.map((table) => [getTableName(table), table] as const))("%s belongs to a tenant", (name, table) => {
    if (shared.has(name)) return expect(getTableColumns(table)).not.toHaveProperty("cspId");
    const { cspId } = getTableColumns(table);
    expect(cspId?.notNull).toBe(true);
    const keys = configOf(table).foreignKeys.map((key) => key.reference());
    expect(keys.some(({ columns }) => columns.some((column) => column.name === "cspId"))).toBe(true);
  });

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    "%s refers to tenants' rows by their whole path",
    (name, table) => {
      for (const key of configOf(table).foreignKeys) {
        const { columns, foreignTable } = key.reference();
        const parent = getTableName(foreignTable);
        const named = columns.map((column) => column.name);
        if (parent === "csps" || parent === "providers" || parent === "users") continue;
        expect(named, `${name} → ${parent}`).toContain("cspId");
        const parentColumns = getTableColumns(foreignTable as typeof schema.customers);
        if ("resellerId" in parentColumns) expect(named, `${name} → ${parent}`).toContain("resellerId");
      }
    },
  );

  it("gives every row of a customer a foreign key to it", () => {
    for (const table of tables) {
      const name = getTableName(table);
      if (records.has(name) || !("customerId" in getTableColumns(table))) continue;
      const columns = configOf(table).foreignKeys.flatMap((key) =>
        key.reference().columns.map((column) => column.name),
      );
      expect(columns, name).toContain("customerId");
    }
  });
});
