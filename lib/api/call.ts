import { z } from "zod";
import type { Permission } from "../core/scope";
import type { Contract } from "./contract";
import { ProblemDocument } from "./portal/problem.contract";

/** What the portal's API answered instead of a result. */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
    this.name = "ApiProblem";
  }

  get status(): number {
    return this.problem.status;
  }

  /** What is wrong with one field, by its JSON pointer: `/accounts/0/margin/value`. */
  fault(pointer: string): string | undefined {
    return this.problem.errors?.find((error) => error.pointer === pointer)?.detail;
  }
}

type AnyObject = z.ZodObject<z.ZodRawShape>;
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };
type ParamsOf<P extends AnyObject> =
  Record<string, never> extends z.input<P> ? { params?: undefined } : { params: z.input<P> };
type BodyOf<B> = B extends z.ZodUndefined ? { body?: undefined } : B extends z.ZodType ? { body: z.input<B> } : never;

export type CallOptions<P extends AnyObject, Q extends z.ZodType, B extends z.ZodType> = ParamsOf<P> &
  BodyOf<B> & {
    query?: Given<z.output<Q>>;
    /** The version that was seen: 412 where somebody saved another one since. */
    ifMatch?: number | undefined;
    signal?: AbortSignal | undefined;
  };

const written = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** The address of an operation: for `fetch`, and for links to exports. Lists are joined by commas. */
export function urlOf(
  { path }: Pick<Contract, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: object = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, written(value)]])),
  );
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Makes one call of the portal's API; throws `ApiProblem`. */
export async function call<
  N extends Permission,
  P extends AnyObject,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(contract: Contract<N, P, Q, B, R>, options: CallOptions<P, Q, B>): Promise<z.output<R>> {
  const { params, query, body, ifMatch, signal } = options;
  const response = await fetch(urlOf(contract, params, query), {
    method: contract.method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem(unreachable);
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  // A contract without a reply has no schema to read, and its type is undefined.
  if (!contract.reply) return undefined as z.output<R>;
  return z.decode(contract.reply, await response.json());
}

const unreachable: ProblemDocument = {
  type: "about:blank",
  title: "No connection",
  status: 0,
  detail: "The portal cannot be reached: check the connection and try again.",
  code: "network.unreachable",
  requestId: "",
};

async function problemOf(response: Response): Promise<ProblemDocument> {
  const parsed = ProblemDocument.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const requestId = response.headers.get("x-request-id") ?? "";
  const detail = "The portal gave an answer that was not understood: try again.";
  return {
    ...unreachable,
    title: "Something went wrong",
    status: response.status,
    detail,
    code: "reply.unreadable",
    requestId,
  };
}
