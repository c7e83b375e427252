import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Rules that need no database; everything else runs once on each. */
const pure = ["lib/core", "lib/run", "components"].map((folder) => `${folder}/**/*.test.{ts,tsx}`);

const onDatabase = (name: "sqlite" | "postgres"): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: ["{lib,db}/**/*.test.{ts,tsx}"],
    exclude: pure,
    globalSetup: "lib/testing/global-setup.ts",
    setupFiles: "lib/testing/setup-database.ts",
  },
});

const report = process.env.VITEST_REPORT;

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    environment: "node",
    pool: "forks",
    isolate: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [{ extends: true, test: { name: "rules", include: pure } }, onDatabase("sqlite"), onDatabase("postgres")],
  },
});
