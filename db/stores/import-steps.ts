import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { importSteps, jobs } from "../schema";

type Json = Record<string, unknown>;

const ofJob = ({ cspId }: AnyScope, jobId: string) => and(eq(importSteps.cspId, cspId), eq(importSteps.jobId, jobId));

export const importStepReads = (db: Database, scope: AnyScope) => ({
  /** What a job has done, from a position on: the next `limit` of the steps that could be taken. */
  applied: async (jobId: string, from: number, limit: number): Promise<{ position: number; applied: Json }[]> =>
    db
      .select({
        position: importSteps.position,
        applied: sql<Json>`${importSteps.applied}`.mapWith(importSteps.applied),
      })
      .from(importSteps)
      .where(and(ofJob(scope, jobId), gte(importSteps.position, from), isNotNull(importSteps.applied)))
      .orderBy(asc(importSteps.position))
      .limit(limit),
});

/** What imports do, step by step: bookkeeping of a job, of which the log tells nothing but the changes themselves. */
export const importStepWrites = (db: Database, scope: AnyScope) => {
  const of = (jobId: string) => ofJob(scope, jobId);
  const { cspId } = scope;
  return {
    ...importStepReads(db, scope),

    add: async (jobId: string, from: number, steps: readonly Json[]): Promise<void> => {
      await db.insert(importSteps).values(steps.map((step, i) => ({ cspId, jobId, position: from + i, step })));
    },

    /** The next `limit` steps, from a position on. */
    next: async (jobId: string, from: number, limit: number): Promise<{ position: number; step: Json }[]> =>
      db
        .select({ position: importSteps.position, step: importSteps.step })
        .from(importSteps)
        .where(and(of(jobId), gte(importSteps.position, from)))
        .orderBy(asc(importSteps.position))
        .limit(limit),

    apply: async (jobId: string, position: number, applied: Json): Promise<void> => {
      await db
        .update(importSteps)
        .set({ applied })
        .where(and(of(jobId), eq(importSteps.position, position)));
    },

    /** Makes what one job did the steps of another, the last one first. Answers how many there are. */
    reverse: async (jobId: string, undoId: string): Promise<number> => {
      const done = and(of(jobId), isNotNull(importSteps.applied));
      await db.insert(importSteps).select(
        db
          .select({
            cspId: importSteps.cspId,
            jobId: sql<string>`${undoId}`.as("job_id"),
            position: sql<number>`row_number() over (order by ${desc(importSteps.position)}) - 1`.as("position"),
            step: sql<Json>`${importSteps.applied}`.as("step"),
            applied: sql<null>`null`.as("applied"),
          })
          .from(importSteps)
          .where(done),
      );
      const rows = await db.select({ n: count() }).from(importSteps).where(of(undoId));
      return rows.at(0)?.n ?? 0;
    },
  };
};

export const importStepOperations = (db: Database) => ({
  /** Forgets the steps of jobs that ended before `before`. */
  dropImportSteps: async (before: Date): Promise<void> => {
    const ended = db.select({ id: jobs.id }).from(jobs).where(lt(jobs.endedAt, before));
    await db.delete(importSteps).where(inArray(importSteps.jobId, ended));
  },
});
