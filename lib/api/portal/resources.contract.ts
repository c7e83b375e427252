import { z } from "zod";
import { resourceKinds } from "../../core/resources";
import { contract } from "../contract";
import { instant, uuid, wholeNumber } from "../wire";
import { attachment, customerId, moment, named } from "./pieces.contract";

/** What a customer runs, ran and used. Sizes are in GB (10⁹ bytes). */

const kind = z.enum(resourceKinds);

export const Resource = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  provider: z.string(),
  project: named,
  started_at: instant(),
  ended_at: instant().nullable(),
  attributes: z
    .object({
      ip_address: z.string(),
      server_id: z.string(),
      size_bytes: z.number(),
      flavor: z.string(),
      size_gb: z.number(),
      volume_id: z.string(),
      volume_type: z.string(),
    })
    .partial()
    .meta({ description: "What its kind has" }),
});
export type Resource = z.output<typeof Resource>;

const Totals = z.object({
  projects: z.int(),
  kinds: z.record(z.string(), z.object({ count: z.int(), gb: z.number().nullable() })),
  storage: z.object({ bytes_used: z.number(), object_count: z.number() }),
});

const tag = "Resources";
const params = customerId;
const example = { customer_id: "{customer}" };
const span = { from: moment(), to: moment() };

export const listProjects = contract({
  id: "listProjects",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/projects",
  tag,
  summary: "List the projects that a customer works in",
  needs: "resources:read",
  params,
  reply: z.object({
    items: z.array(
      named.extend({
        provider: named,
        shared: z.boolean().meta({ description: "Another customer's, who shares it" }),
        created_at: instant(),
      }),
    ),
  }),
  status: 200,
  examples: [{ params: example }],
});

export const listResources = contract({
  id: "listResources",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/resources",
  tag,
  summary: "List what a customer runs, or ran at an instant",
  needs: "resources:read",
  params,
  query: z.strictObject({
    as_of: moment().optional().meta({ description: "Now where it is left out" }),
    kind: kind.optional(),
    provider_id: uuid().optional(),
    project_id: uuid().optional(),
  }),
  reply: z.object({
    as_of: instant(),
    totals: Totals.meta({ description: "Over everything, whatever is filtered" }),
    items: z.array(
      Resource.extend({
        orphan: z.string().nullable().meta({ description: "Why nothing seems to need it" }),
      }),
    ),
    storage: z.array(
      z.object({
        project: named,
        provider: z.string(),
        bytes_used: z.number(),
        container_count: z.int(),
        object_count: z.number(),
        sampled_at: instant(),
      }),
    ),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ params: example }, { params: example, query: { as_of: "2026-01-31", kind: "servers" } }],
});

export const compareResources = contract({
  id: "compareResources",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/resources/difference",
  tag,
  summary: "What changed between two instants",
  needs: "resources:read",
  params,
  query: z.strictObject(span),
  reply: z.object({
    added: z.array(Resource),
    ended: z.array(Resource),
    resized: z.array(z.object({ before: Resource, after: Resource })),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ params: example, query: { from: "2025-06-01", to: "2026-06-01" } }],
});

export const showTrend = contract({
  id: "showResourceTrend",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/resources/trend",
  tag,
  summary: "How many of each kind there were over time",
  needs: "resources:read",
  params,
  query: z.strictObject({
    ...span,
    points: wholeNumber({ min: 2, max: 120 }).default(30),
  }),
  reply: z.object({ items: z.array(z.object({ at: instant(), kinds: z.record(z.string(), z.int()) })) }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ params: example, query: { from: "2025-06-01", to: "2026-06-01", points: "13" } }],
});

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-11");

export const showUsage = contract({
  id: "showUsage",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/usage",
  tag,
  summary: "Usage of a month, starts and ends clipped to it",
  needs: "resources:read",
  params,
  query: z.strictObject({ month }),
  reply: z.object({
    from: instant(),
    until: instant(),
    totals: z.object({ hours: z.number(), gb_hours: z.number() }),
    items: z.array(
      z.object({
        provider: z.string(),
        project: named,
        kind: z.enum([...resourceKinds, "object_storage"]),
        id: z.string(),
        name: z.string(),
        from: instant(),
        until: instant(),
        hours: z.number(),
        gb_hours: z.number().nullable(),
      }),
    ),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ params: example, query: { month: "2026-03" } }],
});

export const exportUsage = contract({
  id: "exportUsage",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/usage/export",
  tag,
  summary: "Export the usage of a month as CSV",
  needs: "resources:read",
  params,
  query: z.strictObject({ month }),
  reply: z.string(),
  produces: "text/csv; charset=utf-8",
  status: 200,
  headers: attachment,
  problems: ["request.invalid"],
  examples: [{ params: example, query: { month: "2026-03" } }],
});
