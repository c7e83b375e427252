import { operate, type Writes, write } from "@/db/doors";
import { newId } from "@/lib/core/ids";
import { logger } from "@/lib/core/log";
import { Problem } from "@/lib/core/problem";
import { once } from "@/lib/core/process";
import { type AnyScope, grant, type Principal, type Scope } from "@/lib/core/scope";
import { clock, later, minutes } from "@/lib/core/time";
import { type ImportAction, type ImportResult, importActions, importJobs } from "../imports/apply";
import {
  type ActionName,
  type AnyAction,
  type ArgsOf,
  actionNamed,
  actions,
  type NeedsOf,
  type ResultOf,
} from "./actions";
import { checkAsker, failed } from "./asker";
import type { Job } from "./read";

export interface JobOptions {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** What the job's error says, in place of what went wrong. */
  readonly userError?: string | undefined;
  /** For the staff, kept as the result of a job that failed. */
  readonly internalError?: string | undefined;
  /** A job that has not ended this long after it was asked for fails. Default: a day. */
  readonly maxSeconds?: number | undefined;
  /** False: it is only taken note of, and run after the reply. */
  readonly wait?: boolean | undefined;
  readonly parentId?: string | undefined;
}

/** What a job needs to be run later, by another process. */
interface Input extends Pick<JobOptions, "userError" | "internalError"> {
  readonly args: object;
  readonly by: Omit<Principal, "permissions">;
  /** ISO 8601. */
  readonly deadline: string;
}

const DAY = 86_400;

/** What this process is running, by job; whether it has looked yet for what others left; and whether it is about to end. */
const state = once("jobs", () => ({ running: new Map<string, Promise<void>>(), resumed: false, stopping: false }));

/**
 * Does something and records it as a job in the same transaction; or, with `wait: false`, records that it is to be done
 * and answers at once, without a result.
 */
export async function startJob<N extends ActionName>(
  scope: Scope<NeedsOf<N>>,
  name: N,
  args: ArgsOf<N>,
  options: JobOptions,
  now: Date,
): Promise<{ id: string; result: ResultOf<N> | null }> {
  // One function serves all: the name ties arguments, permission and result together.
  const action = actions[name] as unknown as AnyAction;
  const any = scope as unknown as Scope<AnyAction["needs"]>;
  if (options.wait === false) return { id: await queue(any, name, args, options, now), result: null };
  await action.prepare?.(args);
  return write(any, action.audit, async (stores) => {
    const customer = await action.run(any, stores, args, now);
    const result = action.result(customer);
    const path = { resellerId: customer.resellerId, customerId: customer.id };
    const row = { ...described(any, name, options, now), ...path, status: "DONE", endedAt: clock(), result } as const;
    return { id: (await stores.jobs.add(row)).id, result: result as ResultOf<N> };
  });
}

const described = ({ actor }: AnyScope, action: string, options: JobOptions, now: Date) => ({
  id: newId(now),
  action,
  name: options.name ?? "",
  description: options.description ?? "",
  parentId: options.parentId ?? null,
  actorId: actor.id,
  actorName: actor.name,
  startedAt: now,
});

/** Keeps the steps of the job of that id, and answers how many they are; or refuses within the same transaction. */
type Fill = (stores: Writes, job: string) => Promise<Pick<ImportResult, "total" | "plan">>;

/** Takes note of a job of many transactions, which runs after the reply. Answers its id. */
export const queueImport = (
  scope: Scope<"customers:write">,
  name: ImportAction,
  options: JobOptions,
  now: Date,
  fill: Fill,
): Promise<string> => queue(scope, name, {}, options, now, fill);

async function queue(
  scope: AnyScope,
  name: string,
  args: object,
  options: JobOptions,
  now: Date,
  fill?: Fill,
): Promise<string> {
  const { level, cspId, resellerId, customerId, actor } = scope;
  const input: Input = {
    args,
    by: { level, cspId, resellerId, customerId, actor },
    deadline: later(now, (options.maxSeconds ?? DAY) * 1000).toISOString(),
    userError: options.userError,
    internalError: options.internalError,
  };
  const job = await write(scope, "job.queue", async (stores) => {
    const path = { resellerId: resellerId ?? null, customerId: null, ...(await pathOf(args, stores)) };
    const row = described(scope, name, options, now);
    const result: ImportResult | null = fill
      ? { ...(await fill(stores, row.id)), done: 0, failed: 0, faults: [] }
      : null;
    return stores.jobs.add({ ...row, ...path, status: "WAITING", input: { ...input }, result });
  });
  void track(
    job,
    new Promise(setImmediate).then(() => perform(job)),
  );
  return job.id;
}

/** A job about a customer is its reseller's to see, whoever asked for it. */
async function pathOf(args: object, { customers }: Writes) {
  const customer = "customerId" in args ? await customers.held(String(args.customerId)) : undefined;
  return customer && { resellerId: customer.resellerId, customerId: customer.id };
}

async function track({ id }: Job, work: Promise<void>): Promise<void> {
  const settled = work.catch((error: unknown) => logger.error({ err: error }, "job left for another try"));
  state.running.set(id, settled);
  await settled;
  state.running.delete(id);
}

/** Waits for the jobs that this process is running. */
export const settleJobs = async (): Promise<void> => {
  await Promise.all(state.running.values());
};

/** Begins no job from now on, and leaves the long ones where they are: the next process takes them up. */
export const leaveJobs = (): void => {
  state.stopping = true;
};

/** A job of ours is one short transaction: whoever holds one longer than this is gone. */
const PATIENCE = minutes(1);

/**
 * Runs the jobs that wait, and those whose process ended while it ran them. The first time in a process it takes up every
 * running job, later only those that run for too long and not here. Two processes may take the same job one after the
 * other, but only the last to take it can end it, and its work is in the transaction that ends it.
 */
export async function resumeJobs(): Promise<void> {
  const first = !state.resumed;
  state.resumed = true;
  const before = first ? clock() : later(clock(), -PATIENCE);
  const names = first ? undefined : [...Object.keys(actions), ...importActions];
  const left = await operate("jobs", "job.resume", ({ unfinishedJobs }) => unfinishedJobs(before, names));
  for (const job of left) {
    if (!state.running.has(job.id)) await track(job, perform(job));
  }
}

async function perform(seen: Job): Promise<void> {
  if (state.stopping) return;
  // Later than at any take before, so that the time of the take tells the takes apart.
  const at = new Date(Math.max(clock().getTime(), seen.startedAt.getTime() + 1));
  const job = await operate("jobs", "job.take", ({ takeJob }) => takeJob(seen, at));
  if (!job) return;
  // Only `queue` writes it; a job of another origin has none.
  const input = job.input as unknown as Input | null;
  try {
    await attempt(job, input);
  } catch (error) {
    if (!(error instanceof Problem)) logger.error({ err: error, job: job.id }, "job failed");
    const text = error instanceof Problem ? error.message : "Something went wrong; try again";
    const result = input?.internalError ? { internalError: input.internalError } : null;
    // What an import has done by then stays done, and can be undone.
    const left = importNamed(job.action) ? {} : { result };
    const ended = { status: "ERROR", endedAt: clock(), error: input?.userError || text, input: null, ...left } as const;
    await operate("jobs", "job.fail", ({ endJob }) => endJob(job, ended));
  }
}

async function attempt(job: Job, input: Input | null): Promise<void> {
  const longer = importNamed(job.action);
  const action = longer ?? actionNamed(job.action);
  if (!action || !input) throw failed("The server stopped while this ran; start it again");
  if (clock() > new Date(input.deadline)) throw failed("It had not ended after its maximum duration");
  const { args, by } = input;
  if (longer && !job.result) throw failed("It was begun by another version of the portal; start it again");
  if (longer) {
    const scope = grant({ ...by, permissions: new Set([longer.needs]) }, longer.needs);
    return longer.run(scope, job, () => state.stopping);
  }
  await runOnce(job, action as AnyAction, args, by);
}

const importNamed = (name: string) => (Object.hasOwn(importJobs, name) ? importJobs[name as ImportAction] : undefined);

async function runOnce(job: Job, action: AnyAction, args: object, by: Input["by"]): Promise<void> {
  const scope = grant({ ...by, permissions: new Set([action.needs]) }, action.needs);
  await action.prepare?.(args);
  await write(scope, action.audit, async (stores) => {
    await checkAsker(stores, scope, action.needs, clock());
    const customer = await action.run(scope, stores, args, clock());
    const path = { resellerId: customer.resellerId, customerId: customer.id };
    const result = action.result(customer);
    const ended = await stores.jobs.end(job, { ...path, status: "DONE", endedAt: clock(), result, input: null });
    if (!ended) throw failed("It was taken up anew in the meantime");
  });
}
