import { z } from "zod";
import type { Permission } from "../../core/scope";
import { contract, type Example } from "../contract";
import { longText, text, uuid } from "../wire";

export const BASE = "/appserver/rest/cloud_api_customer";

const FORM = "application/x-www-form-urlencoded";

/** cloudapi.md: "Jobs". Whatever else a caller puts in is left alone, as the page's "e.g." suggests. */
const ExecutionParams = z
  .object({
    name: text().optional(),
    description: longText().optional(),
    userErrormsg: text(1000).optional(),
    internalErrormsg: longText().optional(),
    maxduration: z.int("must be a whole number of seconds").min(1).max(31_536_000).optional(),
    wait: z.boolean("must be true or false").optional(),
  })
  .meta({ description: "How the job is run; with `wait: false` after the reply" });
export type ExecutionParams = z.output<typeof ExecutionParams>;

const ofEveryMethod = {
  jobguid: uuid().optional().meta({ description: "The parent job" }),
  executionparams: ExecutionParams.optional(),
};

/** The arguments of an example: texts and numbers, the same by GET and by POST. */
type Arguments = Readonly<Record<string, string | number>>;

interface Said<N extends Permission, A extends z.ZodRawShape, R extends z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly needs: N | readonly N[];
  readonly args: A;
  readonly result: R;
  readonly changes?: true;
  readonly examples?: readonly Arguments[];
}

/** Each method is called by GET with a query, and by POST with a form or a JSON object: two contracts of one kind. */
const pair = <N extends Permission, A extends z.ZodRawShape, E extends z.ZodType>(
  { name, summary, needs, args, changes, examples = [{}] }: Said<N, A, z.ZodType>,
  reply: E,
) => {
  const given = z.strictObject({ ...args, ...ofEveryMethod });
  const shared = {
    path: `${BASE}/${name}`,
    summary,
    needs,
    ...(changes && { changes }),
    reply,
    status: 200,
    tag: "customer",
  };
  const problems = ["request.invalid", "resource.missing", "resource.conflict"] as const;
  const query = (example: Arguments): Example => ({
    query: Object.fromEntries(Object.entries(example).map(([key, value]) => [key, String(value)])),
  });
  return {
    get: contract({ ...shared, id: name, method: "GET", query: given, problems, examples: examples.map(query) }),
    post: contract({
      ...shared,
      id: `${name}ByPost`,
      method: "POST",
      consumes: ["application/json", FORM],
      body: given,
      problems,
      examples: examples.map((body) => ({ body })),
    }),
  };
};

/** A method that only reads: no job. */
export const reading = <const N extends Permission, A extends z.ZodRawShape, R extends z.ZodType>(
  said: Said<N, A, R>,
) => pair(said, z.object({ jobguid: z.null(), result: said.result }));

/** A method that changes something: a job, and no result yet where it is not waited for. */
export const changing = <const N extends Permission, A extends z.ZodRawShape, R extends z.ZodType>(
  said: Said<N, A, R>,
) => pair({ ...said, changes: true }, z.object({ jobguid: z.string(), result: said.result.nullable() }));

/** The argument by which most methods say whom they speak of. */
export const ofCustomer = { customerguid: uuid().meta({ description: "Guid of the customer" }) };

export const done = z.literal(true);
