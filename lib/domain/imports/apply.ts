import { type Writes, write } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { addCustomer } from "../customers/create";
import type { Customer, CustomerDetails } from "../customers/customer";
import { removeCustomer } from "../customers/remove";
import { changeCustomer } from "../customers/update";
import type { Job } from "../jobs/read";

type Writing = Scope<"customers:write">;

/** A customer to make or to change, on the version that the plan has seen. */
export interface ImportStep {
  readonly line: number;
  readonly customerId: string | null;
  readonly version: number | null;
  readonly details: CustomerDetails;
}

/** What a step has done, and how it is undone. */
export interface Applied {
  readonly line: number;
  readonly customerId: string;
  /** As it was left: whoever changed it since has made another. */
  readonly version: number;
  /** What was there before; null where the customer was made. */
  readonly before: CustomerDetails | null;
}

/** What an import tells while it runs and afterwards. */
export interface ImportResult {
  readonly total: number;
  readonly done: number;
  readonly faults: readonly { line: number; message: string }[];
}

/** What an import keeps for itself, as the input of its job. */
export interface ImportState {
  readonly args: { readonly steps: readonly (ImportStep | Applied)[] };
  /** Kept when it has ended, too: what undoes it. */
  readonly applied?: readonly Applied[];
}

async function applyStep(scope: Writing, stores: Writes, step: ImportStep, now: Date): Promise<Applied> {
  const { line, customerId, version, details } = step;
  if (customerId === null) {
    const { id, version: made } = await addCustomer(scope, stores, { ...details, name: details.name ?? "" }, now);
    return { line, customerId: id, version: made, before: null };
  }
  const found = await stores.customers.byId(customerId);
  const changed = await changeCustomer(stores, customerId, details, now, version ?? undefined);
  const before = Object.keys(details).map((field) => [field, found?.[field as keyof Customer]]);
  return { line, customerId, version: changed.version, before: Object.fromEntries(before) };
}

/** Whether something was hung on a customer that was nothing but a row when it was made. */
async function isInUse({ accounts, domains, projects }: Writes, id: string): Promise<boolean> {
  const all = await Promise.all([accounts.ofCustomers([id]), domains.ofCustomer(id), projects.ofCustomer(id)]);
  return all.some((some) => some.length > 0);
}

async function undoStep(_: Writing, stores: Writes, { line, customerId, version, before }: Applied, now: Date) {
  const found = await stores.customers.byId(customerId);
  if (!found) throw new Problem("resource.conflict", { detail: "The customer is not there any more" });
  if (found.version !== version) {
    throw new Problem("resource.conflict", { detail: `${found.name} was changed after the import and stays as it is` });
  }
  if (before === null && (await isInUse(stores, customerId))) {
    throw new Problem("resource.conflict", {
      detail: `${found.name} has accounts, domains or projects by now and stays`,
    });
  }
  const left =
    before === null
      ? await removeCustomer(stores, customerId, now, version)
      : await changeCustomer(stores, customerId, before, now, version);
  return { line, customerId, version: left.version, before: null };
}

/** So many customers are written at a time, before others get their turn. */
const CHUNK = 50;

/**
 * Takes the steps one after the other. Each chunk is written in one transaction with how far the job has come, so that
 * whoever takes the job up after a crash goes on behind it. A step that cannot be taken is told and left out.
 */
const runner =
  <S extends { readonly line: number }>(
    audit: string,
    take: (scope: Writing, stores: Writes, step: S, now: Date) => Promise<Applied>,
  ) =>
  async (scope: Writing, job: Job): Promise<void> => {
    let state = job.input as unknown as ImportState;
    // Steps are kept under the name of the action that they were made for.
    const steps = state.args.steps as unknown as readonly S[];
    let result = (job.result ?? { total: steps.length, done: 0, faults: [] }) as ImportResult;
    for (;;) {
      const chunk = steps.slice(result.done, result.done + CHUNK);
      const applied: Applied[] = [];
      const faults: { line: number; message: string }[] = [];
      const now = clock();
      const done = result.done + chunk.length;
      const ended = done === steps.length;
      await write(scope, audit, async (stores) => {
        for (const step of chunk) {
          try {
            applied.push(await take(scope, stores, step, now));
          } catch (error) {
            // Thrown before anything of the step was written.
            if (!(error instanceof Problem)) throw error;
            faults.push({ line: step.line, message: error.message });
          }
        }
        state = { ...state, applied: [...(state.applied ?? []), ...applied] };
        result = { total: steps.length, done, faults: [...result.faults, ...faults] };
        const kept = await stores.jobs.end(job, {
          input: { ...state },
          result,
          ...(ended && { status: "DONE", endedAt: now }),
        });
        if (!kept) throw new Problem("resource.conflict", { detail: "It was taken up anew in the meantime" });
      });
      if (ended) return;
      await new Promise(setImmediate);
    }
  };

/** Jobs of many transactions, by the name of their action. */
export const importJobs = {
  "customer.import": { needs: "customers:write", run: runner("customer.import", applyStep) },
  "customer.undoImport": { needs: "customers:write", run: runner("customer.undo_import", undoStep) },
} as const;

export type ImportAction = keyof typeof importJobs;
// The keys of a constant object are its type's.
export const importActions = Object.keys(importJobs) as ImportAction[];
