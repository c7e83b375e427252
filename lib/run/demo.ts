import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { DemoCredentials } from "../../db/seed";
import { readEnv } from "../core/env";
import { refuse } from "./refuse";

const CREDENTIALS = process.env.DEMO_CREDENTIALS || "data/demo-credentials.json";
const SECRET = "data/demo-secret";

/** Sessions outlive a restart of the demo, and no secret is the same on two machines. */
function demoSecret(): string {
  mkdirSync(dirname(SECRET), { recursive: true });
  if (!existsSync(SECRET)) writeFileSync(SECRET, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(SECRET, "utf8");
}

/** What was written when the data was seeded; the address may have changed since. */
function credentials(seeded: DemoCredentials | undefined, baseUrl: string): DemoCredentials {
  if (!seeded && !existsSync(CREDENTIALS)) {
    throw new Error(`The database has data already but ${CREDENTIALS} is gone: delete data/ to start the demo afresh.`);
  }
  const known = seeded ?? (JSON.parse(readFileSync(CREDENTIALS, "utf8")) as DemoCredentials);
  mkdirSync(dirname(CREDENTIALS), { recursive: true });
  writeFileSync(CREDENTIALS, `${JSON.stringify({ ...known, baseUrl }, null, 2)}\n`, { mode: 0o600 });
  return { ...known, baseUrl };
}

function introduce({ baseUrl, users, keys }: DemoCredentials): void {
  const lines = [
    "",
    `Reseller Portal, demo: ${baseUrl}`,
    "",
    "Sign in with",
    ...users.map(({ email, password, role }) => `  ${role.padEnd(16)} ${email.padEnd(40)} ${password}`),
    "",
    "API keys",
    ...keys.map(({ name, key }) => `  ${name.padEnd(20)} ${key}`),
    "",
    `All of it, with ids, in ${CREDENTIALS}. Try:`,
    `  curl -H "Authorization: Bearer ${keys.find(({ name }) => name === "reseller-a")?.key}" ${baseUrl}/v3/admin/customers`,
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** `npm run demo`, once the portal is built: migrates, seeds once, serves. For this machine alone unless HOST says otherwise. */
try {
  process.env.DATABASE_URL ||= "file:data/demo.db";
  process.env.NEXTAUTH_SECRET ||= demoSecret();
  process.env.HOST ||= "127.0.0.1";
  process.env.LOG_LEVEL ||= "warn";
  const env = readEnv(process.env);
  process.env.NEXTAUTH_URL = env.publicUrl;
  const { migrate } = await import("../../db/migrate");
  await migrate();
  const { seedDemo } = await import("../../db/seed");
  const who = credentials(await seedDemo({ baseUrl: env.publicUrl }), env.publicUrl);
  const { runService } = await import("./service");
  await runService(env, () => introduce(who));
} catch (error) {
  refuse(error);
}
