import { and, desc, eq, getTableColumns, inArray, lt, or } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import { jobs } from "../schema";
import type { Changes, New, Row } from "./changes";
import { visible } from "./visible";

export type Job = Row<"job">;

export interface JobFilter {
  customerId?: string | undefined;
  status?: Job["status"] | undefined;
}

/** A job as it was when somebody looked: who takes or ends it says so, and fails where it was taken anew. */
export type SeenJob = Pick<Job, "id" | "status" | "startedAt">;

const { input: _input, ...summary } = getTableColumns(jobs);
export type JobSummary = Omit<Job, "input">;

const asSeen = ({ id, status, startedAt }: SeenJob) =>
  and(eq(jobs.id, id), eq(jobs.status, status), eq(jobs.startedAt, startedAt));

export const jobReads = (db: Database, scope: AnyScope) => ({
  byId: async (id: string) =>
    (
      await db
        .select()
        .from(jobs)
        .where(and(visible(scope, jobs), eq(jobs.id, id)))
    ).at(0),

  /** The latest of these actions, without their inputs, which may be large. */
  summaries: async (
    actions: readonly string[],
    { id, parentId }: { id?: string; parentId?: string },
    limit: number,
  ): Promise<JobSummary[]> =>
    db
      .select(summary)
      .from(jobs)
      .where(
        and(
          visible(scope, jobs),
          inArray(jobs.action, [...actions]),
          id === undefined ? undefined : eq(jobs.id, id),
          parentId === undefined ? undefined : eq(jobs.parentId, parentId),
        ),
      )
      .orderBy(desc(jobs.id))
      .limit(limit),

  /** The latest first, those made before the job `before` only. */
  list: async ({ customerId, status }: JobFilter, before: string | undefined, limit: number): Promise<Job[]> =>
    db
      .select()
      .from(jobs)
      .where(
        and(
          visible(scope, jobs),
          customerId === undefined ? undefined : eq(jobs.customerId, customerId),
          status && eq(jobs.status, status),
          before === undefined ? undefined : lt(jobs.id, before),
        ),
      )
      .orderBy(desc(jobs.id))
      .limit(limit),
});

export const jobWrites = (db: Database, scope: AnyScope, changes: Changes) => ({
  ...jobReads(db, scope),

  /** As `byId`, kept from other writers until the transaction ends. */
  held: async (id: string): Promise<Job | undefined> =>
    (
      await kit.locked(
        db
          .select()
          .from(jobs)
          .where(and(visible(scope, jobs), eq(jobs.id, id))),
      )
    ).at(0),

  /** Whoever else starts a job of that name waits until the transaction ends. */
  starting: (name: string) => kit.lockName(db, `job ${name}`),

  add: (job: Omit<New<"job">, "cspId">) => changes.insert("job", { ...job, cspId: scope.cspId }),

  /** Undefined where somebody else took the job in the meantime. */
  end: async (seen: SeenJob, values: Partial<New<"job">>) => (await changes.update("job", asSeen(seen), values)).at(0),
});

/** What is done with jobs across tenants: they are taken up by whatever process is there. */
export const jobOperations = (db: Database, changes: Changes) => ({
  /** Jobs that wait, and those that began to run before `before`; of the given actions only, or of all. */
  unfinishedJobs: async (before: Date, actions?: readonly string[]): Promise<Job[]> =>
    db
      .select()
      .from(jobs)
      .where(
        and(
          or(eq(jobs.status, "WAITING"), and(eq(jobs.status, "RUNNING"), lt(jobs.startedAt, before))),
          actions && inArray(jobs.action, [...actions]),
        ),
      )
      .orderBy(jobs.id),

  /** Undefined where somebody else took the job first. */
  takeJob: async (seen: SeenJob, startedAt: Date) =>
    (await changes.update("job", asSeen(seen), { status: "RUNNING", startedAt })).at(0),

  endJob: async (seen: SeenJob, values: Partial<New<"job">>) =>
    (await changes.update("job", asSeen(seen), values)).at(0),
});
