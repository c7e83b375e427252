import type { z } from "zod";
import { isUuid } from "../../core/ids";
import { Problem } from "../../core/problem";
import type { Permission, Scope } from "../../core/scope";
import type { Customer } from "../../domain/customers/customer";
import { findJob } from "../../domain/jobs/read";
import type { JobOptions } from "../../domain/jobs/run";
import type { Contract } from "../contract";
import { type Endpoint, type Finding, Stream, serve } from "../serve";
import { activeCustomer } from "../subject";
import type { ExecutionParams } from "./method.contract";
import { cloudapi } from "./surface";

type AnyObject = z.ZodObject<z.ZodRawShape>;
interface Pair<N extends Permission, A extends z.ZodType, R extends z.ZodType> {
  readonly get: Contract<N, AnyObject, A, z.ZodUndefined, R>;
  readonly post: Contract<N, AnyObject, AnyObject, A, R>;
}

/** What a method is called with. The customer is there wherever the arguments have to name one. */
export interface MethodCall<N extends Permission, A> {
  readonly scope: Scope<N>;
  readonly args: A;
  readonly customer: A extends { customerguid: string } | { rootobjectguid: string } ? Customer : Customer | undefined;
  readonly job: JobOptions;
  readonly ip: string;
  readonly now: Date;
}

const on = serve(cloudapi);

type Raw = Record<string, unknown>;
const rawOf = (value: unknown): Raw => (typeof value === "object" && value !== null ? (value as Raw) : {});

/** Whom the arguments speak of and the parent job, before the arguments are looked at any closer: 404 for either. */
const findIn = (where: "query" | "body") => (call: Finding<Scope, unknown>) => {
  const raw = rawOf(call[where]);
  return excused(raw.executionparams, async () => {
    const guid = raw.customerguid ?? raw.rootobjectguid;
    const customer = isGuid(guid) ? await activeCustomer(call.scope, guid, call.now) : undefined;
    if (isGuid(raw.jobguid)) await findJob(call.scope, raw.jobguid.toLowerCase());
    return customer;
  });
};

const isGuid = (value: unknown): value is string => typeof value === "string" && isUuid(value);

/** What went wrong in a job is told in the caller's own words where it gave any. */
async function excused<T>(executionparams: unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const text = rawOf(executionparams).userErrormsg;
    if (!(error instanceof Problem) || typeof text !== "string" || text === "") throw error;
    throw new Problem(error.code, { detail: text });
  }
}

interface Common {
  jobguid?: string | undefined;
  executionparams?: ExecutionParams | undefined;
}

const optionsOf = ({ jobguid, executionparams = {} }: Common): JobOptions => ({
  name: executionparams.name,
  description: executionparams.description,
  userError: executionparams.userErrormsg,
  internalError: executionparams.internalErrormsg,
  maxSeconds: executionparams.maxduration,
  wait: executionparams.wait,
  parentId: jobguid,
});

/** Binds both contracts of a method to one verb, which answers the whole envelope. */
function bind<N extends Permission, A extends z.ZodType<Common>, R extends z.ZodType>(
  { get, post }: Pair<N, A, R>,
  verb: (call: MethodCall<N, z.output<A>>) => Promise<z.output<R> | Stream<z.output<R>>>,
): Endpoint[] {
  const run = (
    args: z.output<A>,
    customer: Customer | undefined,
    call: Pick<MethodCall<N, unknown>, "scope" | "now">,
    ip: string,
  ) =>
    excused(args.executionparams, () =>
      verb({
        scope: call.scope,
        args,
        // A required guid has been found by now: else there would have been a 404 or a 400.
        customer: customer as MethodCall<N, z.output<A>>["customer"],
        job: optionsOf(args),
        ip,
        now: call.now,
      }),
    );
  return [
    on(get, findIn("query"), (call) => run(call.query, call.subject, call, call.origin.ip)),
    on(post, findIn("body"), (call) => run(call.body, call.subject, call, call.origin.ip)),
  ];
}

type Reading<T> = { jobguid: null; result: T };
type Changing<T> = { jobguid: string; result: T | null };

/** A method that only reads. */
export const reads = <N extends Permission, A extends z.ZodType<Common>, T>(
  pair: Pair<N, A, z.ZodType<Reading<T>>>,
  verb: (call: MethodCall<N, z.output<A>>) => Promise<T>,
): Endpoint[] => bind(pair, async (call) => ({ jobguid: null, result: await verb(call) }));

/** A method that reads a list of any length. */
export const streams = <N extends Permission, A extends z.ZodType<Common>, T>(
  pair: Pair<N, A, z.ZodType<Reading<T[]>>>,
  verb: (call: MethodCall<N, z.output<A>>) => AsyncIterable<T[]>,
): Endpoint[] => bind(pair, async (call) => new Stream(enveloped(verb(call))));

async function* enveloped<T>(chunks: AsyncIterable<T[]>): AsyncGenerator<Reading<T[]>> {
  // The envelope is there even where nothing is in it.
  yield { jobguid: null, result: [] };
  for await (const result of chunks) yield { jobguid: null, result };
}

/** A method that changes something, as a job. */
export const changes = <N extends Permission, A extends z.ZodType<Common>, T>(
  pair: Pair<N, A, z.ZodType<Changing<T>>>,
  verb: (call: MethodCall<N, z.output<A>>) => Promise<{ id: string; result: T | null }>,
): Endpoint[] =>
  bind(pair, async (call) => {
    const { id, result } = await verb(call);
    return { jobguid: id, result };
  });
