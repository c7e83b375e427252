import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoServer, startDemo } from "../lib/run/demo-server";
import { createDatabase, dropDatabase } from "../lib/run/postgres";

export interface OwnServer extends DemoServer {
  databaseUrl: string;
  /** The same database again, after the process has ended: on the same port. */
  restart(): Promise<OwnServer>;
  remove(): Promise<void>;
}

/** A portal on a database of its own, for journeys that end it. `kind` is the project's name. */
export async function ownServer(kind: string): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "portal-own-"));
  const name = `portal_own_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = process.env.E2E_POSTGRES_SERVER ?? "";
  const databaseUrl = kind === "postgres" ? await createDatabase(server, name) : `file:${join(folder, "portal.db")}`;
  const credentials = join(folder, "credentials.json");

  const start = async (port?: number): Promise<OwnServer> => {
    const demo = await startDemo(databaseUrl, credentials, join(folder, "log"), port === undefined ? {} : { port });
    return {
      ...demo,
      databaseUrl,
      restart: () => start(Number(new URL(demo.url).port)),
      remove: async () => {
        await demo.stop();
        if (kind === "postgres") await dropDatabase(server, name);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return start();
}
