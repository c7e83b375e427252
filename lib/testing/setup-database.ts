import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { createDatabase, dropDatabase } from "@/lib/run/postgres";

const { folder, credentials, server, database } = inject("template");
const name = `portal_${crypto.randomUUID().replaceAll("-", "")}`;
const file = join(folder, `${name}.db`);
if (!server) copyFileSync(database, file);

Object.assign(process.env, {
  DATABASE_URL: server ? await createDatabase(server, name, database) : `file:${file}`,
  DEMO_CREDENTIALS: credentials,
  NEXTAUTH_SECRET: "a secret of the tests, long enough to sign with",
  NEXTAUTH_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  if (server) await dropDatabase(server, name);
  else for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
});
