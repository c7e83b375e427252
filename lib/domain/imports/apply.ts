import { type Reads, type Writes, write } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { clock } from "@/lib/core/time";
import { addCustomer } from "../customers/create";
import type { Customer, CustomerDetails } from "../customers/customer";
import { removeCustomer } from "../customers/remove";
import { changeCustomer } from "../customers/update";
import { checkAsker, failed } from "../jobs/asker";
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
  /** The digest of the plan that it carries out; of an undoing there is none. */
  readonly plan?: string | undefined;
  readonly total: number;
  readonly done: number;
  /** Of those done, how many could not be written. */
  readonly failed: number;
  /** Why, of the first of them. */
  readonly faults: readonly { line: number; message: string }[];
}

async function applyStep(scope: Writing, stores: Writes, step: ImportStep, now: Date): Promise<Applied> {
  const { line, customerId, version, details } = step;
  if (customerId === null) {
    await checkExternalId(stores, details);
    const { id, version: made } = await addCustomer(scope, stores, { ...details, name: details.name ?? "" }, now);
    return { line, customerId: id, version: made, before: null };
  }
  const found = await stores.customers.held(customerId);
  const changed = await changeCustomer(stores, customerId, details, now, version ?? undefined);
  const before = Object.keys(details).map((field) => [field, found?.[field as keyof Customer]]);
  return { line, customerId, version: changed.version, before: Object.fromEntries(before) };
}

/** A row is about the customer of its external id: one that was made since the plan would have been changed by it. */
async function checkExternalId({ customers }: Pick<Writes, "customers">, { externalId }: CustomerDetails) {
  if (!externalId || !(await customers.ofExternalId(externalId))) return;
  throw failed(
    `A customer with the external id ${externalId} was made since the plan; import the file anew to change it`,
  );
}

/** Those of the customers who were worked on: whatever is a customer's is in the log under its id. */
export const workedOn = ({ audit }: Pick<Reads, "audit">, ids: readonly string[]) =>
  audit.tellsMore(ids, "customer.import");

/** Why what a step has done cannot be undone; undefined where it can. */
export function keptBecause(
  { version, before }: Applied,
  found: Pick<Customer, "name" | "version"> | undefined,
  worked: boolean,
): string | undefined {
  if (!found) return "The customer is not there any more";
  if (found.version !== version) return `${found.name} was changed after the import and stays as it is`;
  return before === null && worked ? `${found.name} was worked on after the import and stays` : undefined;
}

async function undoStep(_: Writing, stores: Writes, applied: Applied, now: Date) {
  const { line, customerId, version, before } = applied;
  const found = await stores.customers.held(customerId);
  const worked = before === null && (await workedOn(stores, [customerId])).has(customerId);
  const why = keptBecause(applied, found, worked);
  if (why) throw failed(why);
  const left =
    before === null
      ? await removeCustomer(stores, customerId, now, version)
      : await changeCustomer(stores, customerId, before, now, version);
  return { line, customerId, version: left.version, before: null };
}

/** So many customers are written at a time, before others get their turn. */
const CHUNK = 20;
/** Nobody reads more, and the job is read at every look at how far it is. */
const MOST_FAULTS = 1000;

/**
 * Takes the steps one after the other. Each chunk is written in one transaction with how far the job has come, so that
 * whoever takes the job up after a crash goes on behind it; where the process is `stopping`, it is left for another one. A
 * step that cannot be taken is told and left out.
 */
const runner =
  <S extends { readonly line: number }>(
    audit: string,
    take: (scope: Writing, stores: Writes, step: S, now: Date) => Promise<Applied>,
  ) =>
  async (scope: Writing, job: Job, stopping: () => boolean): Promise<void> => {
    // Written when it was queued, and by this function.
    let result = job.result as ImportResult;
    for (let over = false; !over; ) {
      const now = clock();
      // May be begun anew: what it came to counts once it is committed.
      [result, over] = await write(scope, audit, async (stores) => {
        await checkAsker(stores, scope, NEEDS, now);
        const faults: { line: number; message: string }[] = [];
        const chunk = await stores.importSteps.next(job.id, result.done, CHUNK);
        for (const { position, step } of chunk) {
          // Steps are kept under the name of the action that they were made for.
          const asked = step as unknown as S;
          try {
            await stores.importSteps.apply(job.id, position, { ...(await take(scope, stores, asked, now)) });
          } catch (error) {
            // Thrown before anything of the step was written.
            if (!(error instanceof Problem)) throw error;
            faults.push({ line: asked.line, message: error.message });
          }
        }
        const next: ImportResult = {
          ...result,
          done: result.done + chunk.length,
          failed: result.failed + faults.length,
          faults: [...result.faults, ...faults].slice(0, MOST_FAULTS),
        };
        const last = next.done >= next.total || chunk.length === 0;
        const left = !last && stopping();
        const kept = await stores.jobs.end(job, {
          result: next,
          ...(last && { status: "DONE", endedAt: now, input: null }),
          ...(left && { status: "WAITING" }),
        });
        if (!kept) throw failed("It was taken up anew in the meantime");
        return [next, last || left] as const;
      });
      await new Promise(setImmediate);
    }
  };

const NEEDS = "customers:write";

/** Jobs of many transactions, by the name of their action. */
export const importJobs = {
  "customer.import": { needs: NEEDS, run: runner("customer.import", applyStep) },
  "customer.undoImport": { needs: NEEDS, run: runner("customer.undo_import", undoStep) },
} as const;

export type ImportAction = keyof typeof importJobs;
// The keys of a constant object are its type's.
export const importActions = Object.keys(importJobs) as ImportAction[];
