import { operate, type Reads, type Row, read, type Writes } from "@/db/doors";
import { invalid, Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { hours, later } from "@/lib/core/time";
import { present } from "../customers/customer";
import { queueImport } from "../jobs/run";
import { type Applied, type ImportResult, type ImportStep, importActions, keptBecause, workedOn } from "./apply";
import { digestOf, type FileRow, planImport } from "./plan";

type Writing = Scope<"customers:write">;
type Summary = Omit<Row<"job">, "input">;

/** An import can be undone for so long after it has ended. */
const UNDO = hours(24);

/** A job that imports, or undoes an import. */
export interface Import extends ImportResult {
  readonly job: Summary;
  /** Null where there is nothing to undo, or it is being undone. */
  readonly undoUntil: Date | null;
  /** The import that undoes this one. */
  readonly undoId: string | null;
}

function importOf(job: Summary, undo: Summary | undefined, now: Date): Import {
  // What the runner has written, or nothing yet.
  const result = (job.result ?? { total: 0, done: 0, failed: 0, faults: [] }) as ImportResult;
  const until = job.endedAt && later(job.endedAt, UNDO);
  const undoable = job.action === "customer.import" && !undo && result.done > result.failed;
  return { ...result, job, undoUntil: undoable && until && until > now ? until : null, undoId: undo?.id ?? null };
}

/** One that stopped before it had done anything is none. */
const undoOf = (jobs: readonly Summary[], id: string) =>
  jobs.find(
    ({ parentId, status, result }) =>
      parentId === id && (status !== "ERROR" || Number((result as ImportResult | null)?.done) > 0),
  );

const LATEST = 20;

/** Steps are kept so many at a time, before others get their turn. */
const BATCH = 500;

/** The latest imports, and what undid them. */
export async function listImports(scope: Writing, now: Date): Promise<Import[]> {
  const jobs = await read(scope, (stores) => stores.jobs.summaries(importActions, {}, LATEST));
  return jobs.map((job) => importOf(job, undoOf(jobs, job.id), now));
}

async function importIn({ jobs }: Pick<Reads, "jobs">, id: string, now: Date): Promise<Import> {
  const [job] = await jobs.summaries(importActions, { id }, 1);
  const children = await jobs.summaries(importActions, { parentId: id }, LATEST);
  return importOf(present(job, "Import"), undoOf(children, id), now);
}

export const getImport = (scope: Writing, id: string, now: Date): Promise<Import> =>
  read(scope, (stores) => importIn(stores, id, now));

/** 409 where the same is being imported, or was since `now`, when it was planned: sent twice, it would be done twice. */
async function checkNotUnderWay({ jobs }: Pick<Writes, "jobs">, scope: Writing, plan: string, now: Date) {
  await jobs.starting(plan);
  const latest = await jobs.summaries(["customer.import"], {}, LATEST);
  const same = latest.some(
    ({ result, resellerId, endedAt }) =>
      (result as ImportResult | null)?.plan === plan &&
      resellerId === (scope.resellerId ?? null) &&
      (!endedAt || endedAt >= now),
  );
  if (same) {
    throw new Problem("resource.conflict", { detail: "This is being imported already: look at how far it has come" });
  }
}

/**
 * Begins to write what the rows ask for; rows with a fault are left out. With `plan` it refuses (412) where they would now
 * do anything else than was planned; 409 where just that is being imported.
 */
export async function startImport(
  scope: Scope<"customers:read" | "customers:write">,
  rows: readonly FileRow[],
  { plan, name }: { plan?: string | undefined; name?: string | undefined },
  now: Date,
): Promise<Import> {
  const planned = await planImport(scope, rows);
  const digest = await digestOf(planned);
  if (plan !== undefined && plan !== digest) {
    throw new Problem("version.stale", {
      detail: "Customers of this file were changed since the plan was made: look at the new plan, then import",
    });
  }
  const steps: ImportStep[] = planned
    .filter(({ action }) => action === "create" || action === "change")
    .map(({ line, customerId, version, details }) => ({ line, customerId, version, details }));
  if (steps.length === 0) throw invalid(["csv"], "has no row that creates or changes a customer");
  const id = await queueImport(scope, "customer.import", { name }, now, async (stores, job) => {
    await checkNotUnderWay(stores, scope, digest, now);
    for (let from = 0; from < steps.length; from += BATCH) {
      await stores.importSteps.add(
        job,
        from,
        steps.slice(from, from + BATCH).map((step) => ({ ...step })),
      );
      await new Promise(setImmediate);
    }
    return { total: steps.length, plan: digest };
  });
  return getImport(scope, id, now);
}

/** Begins to undo an import. 409 where there is nothing to undo, or no longer the time for it. */
export async function undoImport(scope: Writing, id: string, now: Date): Promise<Import> {
  const { job } = await getImport(scope, id, now);
  const options = { name: job.name, parentId: id };
  const undo = await queueImport(scope, "customer.undoImport", options, now, async (stores, undoing) => {
    await stores.jobs.held(id);
    checkUndoable(await importIn(stores, id, now));
    return { total: await stores.importSteps.reverse(id, undoing) };
  });
  return getImport(scope, undo, now);
}

/** What undoing an import would do now: customers deleted, put back as they were, and left as they are. */
export interface UndoPlan {
  deleted: number;
  restored: number;
  kept: number;
}

/** 409 where there is nothing to undo. */
export async function planUndo(scope: Writing, id: string, now: Date): Promise<UndoPlan> {
  checkUndoable(await getImport(scope, id, now));
  const plan = { deleted: 0, restored: 0, kept: 0 };
  for (let from = 0; ; ) {
    const steps = await read(scope, (stores) => appliedIn(stores, id, from));
    for (const { applied, why } of steps) {
      plan[why ? "kept" : applied.before === null ? "deleted" : "restored"] += 1;
    }
    const last = steps.at(-1);
    if (!last) return plan;
    from = last.position + 1;
    await new Promise(setImmediate);
  }
}

async function appliedIn(stores: Reads, id: string, from: number) {
  // Written by the runner of the import.
  const steps = (await stores.importSteps.applied(id, from, BATCH)) as unknown as {
    position: number;
    applied: Applied;
  }[];
  const ids = steps.map(({ applied }) => applied.customerId);
  const found = new Map((await stores.customers.byIds(ids)).map((customer) => [customer.id, customer]));
  const worked = await workedOn(stores, ids);
  return steps.map(({ position, applied }) => ({
    position,
    applied,
    why: keptBecause(applied, found.get(applied.customerId), worked.has(applied.customerId)),
  }));
}

function checkUndoable({ job, undoUntil, undoId }: Import): void {
  if (undoUntil) return;
  const why = undoId ? "It is undone already" : !job.endedAt ? "It still runs" : "There is nothing to undo any more";
  throw new Problem("resource.conflict", { detail: why });
}

/** Forgets what imports wrote once they can no longer be undone. */
export const forgetImports = (now: Date): Promise<void> =>
  operate("retention", "import.forget", ({ dropImportSteps }) => dropImportSteps(later(now, -UNDO)));
