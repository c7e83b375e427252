import { z } from "zod";
import { agreementUrgency } from "../../core/lists";
import { resourceKinds } from "../../core/resources";
import { contract } from "../contract";
import { named } from "./pieces.contract";

const few = <T extends z.ZodType>(one: T) =>
  z.object({
    count: z.int().meta({ description: "Customers" }),
    first: z.array(one).meta({ description: "What some of them need it for" }),
  });

export const Overview = z.object({
  customers: z.object({ CONFIGURED: z.int(), ACTIVE: z.int(), DISABLED: z.int() }),
  live: z.array(z.object({ provider: named, kind: z.enum(resourceKinds), count: z.int() })),
  attention: z.object({
    agreements: few(z.object({ customer: named, agreement: z.enum(agreementUrgency).nullable() })),
    accounts: few(z.object({ customer: named, provider: z.string() })).meta({ description: "Accounts in error" }),
    limits: few(z.object({ customer: named, limit: z.int(), plan: z.int().nullable() })).meta({
      description: "Own limits from nine tenths of the plan's on",
    }),
    capacity: few(
      z.object({ customer: named, unit_type: z.string(), consumed: z.number(), available: z.number() }),
    ).meta({ description: "More is consumed than available" }),
  }),
});
export type Overview = z.output<typeof Overview>;

export const showOverview = contract({
  id: "showOverview",
  method: "GET",
  path: "/api/v1/overview",
  tag: "Overview",
  summary: "How things stand: customers, what runs, what needs attention",
  needs: ["customers:read", "resources:read"],
  query: z.strictObject({}),
  reply: Overview,
  status: 200,
  examples: [{}],
});
