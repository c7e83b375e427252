import { getJob, listJobs } from "../../domain/jobs/read";
import { type Endpoint, serve } from "../serve";
import * as contracts from "./jobs.contract";
import { snakeKeys } from "./names";
import { portal } from "./surface";

const on = serve(portal);

const list = on(contracts.listJobs, async ({ scope, query: { customer_id, status, ...page } }) => {
  const { items, next } = await listJobs(scope, { customerId: customer_id, status }, page);
  return { items: items.map(snakeKeys), next: next ?? null };
});

const show = on(contracts.showJob, async ({ scope, params }) => snakeKeys(await getJob(scope, params.id)));

export const endpoints: readonly Endpoint[] = [list, show];
