import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoCredentials } from "../lib/testing/demo";

const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
export const removeData = (): void => rmSync(folder, { recursive: true, force: true });

export interface BenchData {
  env: Record<string, string>;
  demo: DemoCredentials;
}

/** A database of its own with that many customers. */
export function dataOf(customers: number): BenchData {
  const file = join(folder, `${customers}.json`);
  const env = {
    DATABASE_URL: `file:${join(folder, `${customers}.db`)}`,
    NEXTAUTH_SECRET: "a secret of the bench, long enough to sign with",
  };
  process.stderr.write(`Making ${customers} customers …\n`);
  const made = spawnSync(process.execPath, ["--import", "tsx", "bench/seed.ts", file, String(customers)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (made.status !== 0) throw new Error("The data for the bench could not be made.");
  return { env, demo: JSON.parse(readFileSync(file, "utf8")) as DemoCredentials };
}

export const keyOf = (demo: DemoCredentials, name: string): string =>
  demo.keys.find((key) => key.name === name)?.key ?? "";

export const showcaseOf = (demo: DemoCredentials): string =>
  demo.customers.find((customer) => customer.showcase)?.id ?? "";
