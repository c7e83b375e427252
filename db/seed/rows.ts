import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { type Database, dialect } from "../kit";
import * as schema from "../schema";

/** Every table that the demo fills, parents before children: the order of insertion. */
const tables = {
  csps: schema.csps,
  providers: schema.providers,
  cspProviders: schema.cspProviders,
  resellers: schema.resellers,
  billingPlans: schema.billingPlans,
  users: schema.users,
  apiKeys: schema.apiKeys,
  skins: schema.skins,
  userGroups: schema.userGroups,
  customers: schema.customers,
  associations: schema.associations,
  settings: schema.settings,
  capacityEntries: schema.capacityEntries,
  groupMembers: schema.groupMembers,
  domains: schema.domains,
  allowedProviders: schema.allowedProviders,
  providerAccounts: schema.providerAccounts,
  projects: schema.projects,
  projectShares: schema.projectShares,
  resources: schema.resources,
  storageSamples: schema.storageSamples,
  auditEntries: schema.auditEntries,
  jobs: schema.jobs,
};
type TableName = keyof typeof tables;
const names = Object.keys(tables) as TableName[];

/** Complete rows, so that no column is left to a default by oversight. */
export type Rows = { [N in TableName]: (typeof tables)[N]["$inferSelect"][] };
export type Row<N extends TableName> = Rows[N][number];

export const noRows = (): Rows => Object.fromEntries(names.map((name) => [name, [] as unknown[]])) as Rows;

/** SQLite binds at most 32,766 values a statement. */
const MOST_VALUES = 32_000;

export async function insertRows(db: Database, rows: Rows): Promise<void> {
  for (const name of names) {
    const step = Math.min(500, Math.floor(MOST_VALUES / Object.keys(getTableColumns(tables[name])).length));
    for (let from = 0; from < rows[name].length; from += step) {
      // Rows are typed by the table of their own name, which a union of tables cannot say.
      await db.insert(tables[name]).values(rows[name].slice(from, from + step) as never);
    }
  }
}

/**
 * PostgreSQL keeps the plans by which it checks foreign keys: those made while a table was small read all of it once it
 * has grown, unless it is told of the growth.
 */
export async function learnSizes(db: Database): Promise<void> {
  // PostgreSQL's database has `execute`; SQLite's, which needs no telling, has not.
  if (dialect === "postgres") await (db as unknown as { execute(query: SQL): Promise<unknown> }).execute(sql`analyze`);
}
