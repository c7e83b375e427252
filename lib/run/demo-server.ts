import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { start, stop } from "./child";
import { freePort } from "./free-port";

export interface DemoServer {
  url: string;
  /** The file with who can sign in and the API keys. */
  credentials: string;
  child: ChildProcess;
  /** What its sessions and tokens are signed with. */
  secret: string;
  stop: () => Promise<void>;
}

/** `npm run demo` without its build, up and seeded. Waits `patience` milliseconds for that; its output goes to `log`. */
export async function startDemo(
  databaseUrl: string,
  credentials: string,
  log: string,
  { patience = 180_000, port = 0 }: { patience?: number; port?: number } = {},
): Promise<DemoServer> {
  port ||= await freePort();
  const url = `http://localhost:${port}`;
  const secret = randomBytes(32).toString("hex");
  const output = openSync(log, "w");
  const child = start(
    ["node", ".next/portal/demo.mjs"],
    {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DEMO_CREDENTIALS: credentials,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: secret,
    },
    output,
  );
  closeSync(output);
  try {
    await ready(child, url, patience);
  } catch (error) {
    await stop(child);
    const last = readFileSync(log, "utf8").slice(-4000);
    throw new Error(`The demo on ${databaseUrl.split(":")[0]} did not come up (${log}):\n${last}`, { cause: error });
  }
  return { url, credentials, child, secret, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string, patience: number): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(250)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("the process ended");
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error("no answer in time");
}
