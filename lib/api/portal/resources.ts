import { invalid } from "../../core/problem";
import { listProjects } from "../../domain/projects/read";
import {
  exportedUsage,
  resourcesAsOf,
  resourcesBetween,
  resourceTrend,
  usageOfMonth,
} from "../../domain/resources/show";
import type { PlacedResource } from "../../domain/resources/tree";
import { Answer, type Endpoint, serve } from "../serve";
import { customerAt } from "../subject";
import { snakeKeys } from "./names";
import * as contracts from "./resources.contract";
import { portal } from "./surface";

const on = serve(portal);
const customer = customerAt("customer_id");

const shown = <T extends PlacedResource>({ projectId, project, ...resource }: T) => ({
  ...snakeKeys(resource),
  project: { id: projectId, name: project },
});

const projects = on(contracts.listProjects, customer, async ({ scope, subject }) => ({
  items: (await listProjects(scope, subject.id)).map(({ project: { id, name, createdAt }, provider, shared }) => ({
    id,
    name,
    provider,
    shared,
    created_at: createdAt,
  })),
}));

const list = on(contracts.listResources, customer, async ({ scope, subject, query, now }) => {
  const { as_of = now, kind, provider_id, project_id } = query;
  const { tree, totals, items } = await resourcesAsOf(scope, subject.id, as_of);
  const places = tree
    .filter(({ id }) => provider_id === undefined || id === provider_id)
    .flatMap(({ name, projects }) => projects.map((project) => ({ provider: name, project })))
    .filter(({ project }) => project_id === undefined || project.id === project_id);
  const within = new Set(places.map(({ project }) => project.id));
  return {
    as_of,
    totals: { ...totals, storage: snakeKeys(totals.storage) },
    items: items
      .filter((item) => within.has(item.projectId) && (kind === undefined || item.kind === kind))
      .map(({ orphan, ...item }) => ({ ...shown(item), orphan })),
    storage: places.flatMap(({ provider, project: { id, name, storage } }) =>
      storage ? [{ project: { id, name }, provider, ...snakeKeys(storage) }] : [],
    ),
  };
});

/** 422 where the span ends before it begins. */
function checkSpan({ from, to }: { from: Date; to: Date }): void {
  if (to < from) throw invalid(["to"], "must not be before from", "range");
}

const difference = on(contracts.compareResources, customer, async ({ scope, subject, query }) => {
  checkSpan(query);
  const { added, ended, resized } = await resourcesBetween(scope, subject.id, query.from, query.to);
  return {
    added: added.map(shown),
    ended: ended.map(shown),
    resized: resized.map(({ before, after }) => ({ before: shown(before), after: shown(after) })),
  };
});

const trend = on(contracts.showTrend, customer, async ({ scope, subject, query }) => {
  checkSpan(query);
  return { items: await resourceTrend(scope, subject.id, query.from, query.to, query.points) };
});

const usage = on(contracts.showUsage, customer, async ({ scope, subject, query, now }) => {
  const { lines, totals, ...span } = await usageOfMonth(scope, subject.id, query.month, now);
  const items = lines.map(({ projectId, project, ...line }) => ({
    ...snakeKeys(line),
    project: { id: projectId, name: project },
  }));
  return { ...span, totals: snakeKeys(totals), items };
});

const exported = on(
  contracts.exportUsage,
  customer,
  async ({ scope, subject, query, now }) =>
    new Answer(await exportedUsage(scope, subject.id, query.month, now), {
      "content-disposition": `attachment; filename="usage-${query.month}.csv"`,
    }),
);

export const endpoints: readonly Endpoint[] = [projects, list, difference, trend, usage, exported];
