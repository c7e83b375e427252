import { existsSync } from "node:fs";
import { closeDatabase } from "../../db/client";
import { migrate } from "../../db/migrate";
import type { Env } from "../core/env";
import { flushLog, logger } from "../core/log";
import { clock, hours } from "../core/time";
import { flushActivity } from "../domain/activity/touch";
import { purgeCustomers } from "../domain/customers/remove";
import { forgetImports } from "../domain/imports/run";
import { leaveJobs, resumeJobs, settleJobs } from "../domain/jobs/run";
import { announceSetup } from "../domain/setup/code";
import { startServer } from "./server";

/** Exact to a minute is promised. */
const FLUSH_EVERY = 20_000;

/** Runs `work` at once and now and then; a failure is logged and the next turn tries again. */
function every(milliseconds: number, name: string, work: () => Promise<unknown>): NodeJS.Timeout {
  const turn = () => {
    work().catch((error: unknown) => logger.error({ err: error, task: name }, "background task failed"));
  };
  const timer = setInterval(turn, milliseconds);
  timer.unref();
  turn();
  return timer;
}

/**
 * Migrates, serves, and stops at SIGTERM or SIGINT: requests under way finish, a long job is left after its current chunk,
 * then the database closes.
 */
export async function runService(env: Env, ready: () => void | Promise<void>): Promise<void> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("The portal is not built yet: run `npm run build` first.");
  await migrate();
  await announceSetup();
  const { close } = await startServer(env);
  const timers = [
    every(FLUSH_EVERY, "activity", flushActivity),
    every(60_000, "purge", () => purgeCustomers(clock())),
    every(hours(1), "imports", () => forgetImports(clock())),
    every(60_000, "jobs", resumeJobs),
  ];
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "stopping");
    for (const timer of timers) clearInterval(timer);
    leaveJobs();
    await close();
    await settleJobs();
    await flushActivity();
    await closeDatabase();
    await flushLog();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
  await ready();
}
