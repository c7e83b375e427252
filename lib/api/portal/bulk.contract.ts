import { z } from "zod";
import { contract } from "../contract";
import { uuid } from "../wire";
import { customerStatuses, deletion } from "./customers.contract";
import { named } from "./pieces.contract";

const ids = z.array(uuid()).min(1).max(200);

export const changeMany = contract({
  id: "changeManyCustomers",
  method: "POST",
  path: "/api/v1/customers/bulk",
  tag: "Customers",
  summary: "Change the status of many customers, delete or restore them",
  description: "Each by itself, with a result for each.",
  needs: "customers:write",
  body: z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("set_status"), ids, status: z.enum(customerStatuses) }),
    z.strictObject({ action: z.literal("delete"), ids }),
    z.strictObject({ action: z.literal("restore"), ids }),
  ]),
  reply: z.object({
    done: z.int(),
    failed: z.int(),
    results: z.array(
      z.object({
        id: z.string(),
        ok: z.boolean(),
        code: z.string().nullable(),
        detail: z.string().nullable().meta({ description: "Why it was not done" }),
      }),
    ),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [
    { body: { action: "set_status", ids: ["{disposable}"], status: "ACTIVE" } },
    { body: { action: "delete", ids: ["{disposable}", "{random}"] } },
  ],
});

export const previewBulk = contract({
  id: "previewBulkDeletion",
  method: "POST",
  path: "/api/v1/customers/bulk/preview",
  tag: "Customers",
  summary: "What a deletion of many customers takes, and what keeps running at the providers",
  description: "Nothing is changed.",
  needs: ["customers:read", "resources:read"],
  body: z.strictObject({ ids }),
  reply: z.object({
    customers: z.int().meta({ description: "How many would be deleted: all numbers are of these" }),
    kept: z.array(named).meta({ description: "Resellers' own accounts, which cannot be deleted" }),
    missing: z.int().meta({ description: "How many are not there, or no longer" }),
    ...deletion,
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ body: { ids: ["{customer}", "{random}"] } }],
});
