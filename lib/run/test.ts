import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitOnSignals, run } from "./child";
import { findChromium } from "./chromium";
import { type Counts, countsOf, formatCounts, playwrightCounts, vitestCounts } from "./counts";
import { startDemo } from "./demo-server";
import { createDatabase, dropDatabase, startPostgres } from "./postgres";

exitOnSignals();
process.env.NEXT_TELEMETRY_DISABLED = "1";
const scratch = mkdtempSync(join(tmpdir(), "reseller-portal-test-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
const total: Counts = { passed: 0, failed: 0 };

/** Runs one step, or several at once, and ends the whole test with the name of one that fails. */
async function steps(commands: Record<string, string[]>, env: Record<string, string> = {}): Promise<void> {
  const names = Object.keys(commands);
  const began = Date.now();
  console.log(`\n==> ${names.join(", ")}`);
  const alone = names.length === 1;
  const results = await Promise.all(names.map((name) => run(commands[name]!, alone, env)));
  results.forEach(({ code, output }, i) => {
    if (output) console.log(alone ? output : `--- ${names[i]}\n${output.trimEnd()}`);
    if (code !== 0) throw new Error(`${names[i]} failed`);
  });
  console.log(`==> ${names.join(", ")}: ${Math.round((Date.now() - began) / 1000)} s`);
}

/** Runs the tests of one runner and adds what its report counts, also where some failed. */
async function tests(name: string, command: string[], read: (report: string) => Counts, env: Record<string, string>) {
  const report = join(scratch, `${command[0]}.json`);
  try {
    await steps({ [name]: command }, { ...env, VITEST_REPORT: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  } finally {
    const { passed, failed } = countsOf(report, read);
    total.passed += passed;
    total.failed += failed;
  }
}

async function everything(): Promise<void> {
  await steps({
    "formatting and lint": ["biome", "check", "."],
    "who may import whom": ["node", "--import", "tsx", "lib/run/check-imports.ts"],
    "types of the routes": ["next", "typegen"],
  });
  const tsc = ["tsc", "--noEmit", "--incremental", "false"];
  await steps({ "types on SQLite": tsc, "types on PostgreSQL": [...tsc, "--customConditions", "postgres"] });

  const postgres = await startPostgres();
  const database = `portal_journeys_${process.pid}`;
  try {
    const env = { TEST_DATABASE_URL: postgres.url };
    await tests("unit and API tests on SQLite and PostgreSQL", ["vitest", "run"], vitestCounts, env);
    await steps({ "production build": ["npm", "run", "build"] });
    await journeys(postgres.url, await createDatabase(postgres.url, database));
  } finally {
    await dropDatabase(postgres.url, database);
    await postgres.stop();
  }
}

async function journeys(postgresServer: string, postgresUrl: string): Promise<void> {
  const chromium = await findChromium();
  const results = "e2e/results";
  mkdirSync(results, { recursive: true });
  const demo = (kind: string, url: string) =>
    startDemo(url, join(scratch, `${kind}.json`), join(results, `${kind}.log`));
  const sqlite = await demo("sqlite", `file:${join(scratch, "portal.db")}`);
  try {
    const postgres = await demo("postgres", postgresUrl);
    try {
      await tests("journeys on SQLite and PostgreSQL", ["playwright", "test"], playwrightCounts, {
        CHROMIUM_PATH: chromium,
        E2E_SQLITE_URL: sqlite.url,
        E2E_SQLITE_CREDENTIALS: sqlite.credentials,
        E2E_POSTGRES_URL: postgres.url,
        E2E_POSTGRES_CREDENTIALS: postgres.credentials,
        E2E_POSTGRES_SERVER: postgresServer,
      });
    } finally {
      await postgres.stop();
    }
  } finally {
    await sqlite.stop();
  }
}

try {
  await everything();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  // A step that holds no tests failed: the last line must not say that nothing did.
  if (total.failed === 0) total.failed = 1;
}
console.log(`\n${formatCounts(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
