import { z } from "zod";
import { contract } from "../contract";
import { uuid } from "../wire";
import { customerStatuses } from "./customers.contract";

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
