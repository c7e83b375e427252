import { type Row, read } from "@/db/doors";
import { fromCursor, toCursor } from "@/lib/core/cursor";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";

export type Job = Row<"job">;
export type JobStatus = Job["status"];

/** One job below the scope; 404 for any other. A job's maker may name it as a parent without reading others. */
export const findJob = async (scope: AnyScope, id: string): Promise<Job> =>
  present(await read(scope, ({ jobs }) => jobs.byId(id)), "Job");

export const getJob = (scope: Scope<"jobs:read">, id: string): Promise<Job> => findJob(scope, id);

const SORT = "latest";

/** The latest jobs first, `limit` at a time; `next` is the cursor of the following ones, if there are any. */
export async function listJobs(
  scope: Scope<"jobs:read">,
  filter: { customerId?: string | undefined; status?: JobStatus | undefined },
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Job[]; next: string | undefined }> {
  const before = cursor === undefined ? undefined : fromCursor(cursor, SORT).id;
  const found = await read(scope, ({ jobs }) => jobs.list(filter, before, limit + 1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = last && found.length > limit ? toCursor({ sort: SORT, key: last.id, id: last.id }) : undefined;
  return { items, next };
}
