import { defineConfig } from "drizzle-kit";
import { databaseUrl, isPostgres } from "../lib/core/env";

const postgres = isPostgres(databaseUrl());

/** `npm run db:generate` runs this once for each database: both folders come from the one schema. */
export default defineConfig({
  dialect: postgres ? "postgresql" : "sqlite",
  schema: "./db/schema/index.ts",
  out: postgres ? "./db/migrations/postgres" : "./db/migrations/sqlite",
  casing: "snake_case",
});
