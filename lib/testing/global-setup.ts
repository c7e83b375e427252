import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { run } from "@/lib/run/child";
import { createDatabase, dropDatabase, startPostgres } from "@/lib/run/postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** What `lib/testing/setup-database.ts` copies for each test file. */
    template: { folder: string; credentials: string; server?: string; database: string };
  }
}

/** Makes one migrated and seeded database, which every test file of the project gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), `reseller-portal-${project.name}-`));
  const credentials = join(folder, "demo-credentials.json");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  if (project.name === "sqlite") {
    const database = join(folder, "template.db");
    await fill(`file:${database}`, credentials);
    project.provide("template", { folder, credentials, database });
    return async () => remove();
  }
  const server = await startPostgres();
  const database = `portal_template_${process.pid}`;
  const teardown = async () => {
    await dropDatabase(server.url, database);
    await server.stop();
    remove();
  };
  try {
    await fill(await createDatabase(server.url, database), credentials);
  } catch (error) {
    // A server left running would keep the runner from ending.
    await teardown();
    throw error;
  }
  project.provide("template", { folder, credentials, database, server: server.url });
  return teardown;
}

/** In a process of its own, since the modules of db read DATABASE_URL once. */
async function fill(databaseUrl: string, credentials: string): Promise<void> {
  const command = ["node", "--import", "tsx", "lib/testing/make-template.ts"];
  const { code, output } = await run(command, false, { DATABASE_URL: databaseUrl, DEMO_CREDENTIALS: credentials });
  if (code !== 0) throw new Error(`The test database could not be made:\n${output}`);
}
