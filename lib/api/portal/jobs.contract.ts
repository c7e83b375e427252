import { z } from "zod";
import { contract } from "../contract";
import { instant, uuid } from "../wire";
import { cursor, id, limit, paging } from "./pieces.contract";

const status = z.enum(["WAITING", "RUNNING", "DONE", "ERROR"]);

export const Job = z.object({
  id: z.string(),
  action: z.string(),
  status,
  name: z.string(),
  description: z.string(),
  customer_id: z.string().nullable(),
  parent_id: z.string().nullable(),
  actor_name: z.string(),
  started_at: instant(),
  ended_at: instant().nullable(),
  error: z.string().nullable(),
});
export type Job = z.output<typeof Job>;

const tag = "Jobs";
const { next } = paging;

export const listJobs = contract({
  id: "listJobs",
  method: "GET",
  path: "/api/v1/jobs",
  tag,
  summary: "List jobs, the latest first",
  needs: "jobs:read",
  query: z.strictObject({
    customer_id: uuid().optional(),
    status: status.optional(),
    cursor: cursor().optional(),
    limit: limit(),
  }),
  reply: z.object({ items: z.array(Job), next }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { status: "DONE", limit: "2" } }],
});

export const showJob = contract({
  id: "showJob",
  method: "GET",
  path: "/api/v1/jobs/{id}",
  tag,
  summary: "Show job",
  needs: "jobs:read",
  params: id,
  reply: Job,
  status: 200,
  examples: [{ params: { id: "{job}" } }],
});
