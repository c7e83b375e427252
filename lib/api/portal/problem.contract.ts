import { z } from "zod";

/** RFC 9457, with the code and the fields that are wrong. */
export const ProblemDocument = z.object({
  type: z.string().meta({ description: "Stable name of the kind of failure" }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: "What was wrong and what to do" }),
  instance: z.string().optional().meta({ description: "The path that failed" }),
  code: z.string(),
  requestId: z.string().meta({ description: "What the logs and the audit know the request by" }),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({ description: "RFC 6901, into the body or the query" }),
        detail: z.string(),
        rule: z.string(),
      }),
    )
    .optional(),
});
export type ProblemDocument = z.output<typeof ProblemDocument>;
