import { FOR_RESELLER, resellerIn } from "../core/address";
import type { ProblemDocument } from "./portal/problem.contract";

/** Calls of the portal's API without its schemas: for pages that only read, so that no schema is sent to the browser. */

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

/** Somebody else was faster: what was seen is no longer what is there. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === "version.stale";

/** Where an operation is: the part of its contract that a page passes on. */
export interface Operation {
  readonly method: string;
  readonly path: string;
}

export const operationOf = ({ method, path }: Operation): Operation => ({ method, path });

const written = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** The address of an operation: for `fetch`, and for links to exports. Lists are joined by commas. */
export function urlOf(
  { path }: Pick<Operation, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: object = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, written(value)]])),
  );
  return search.size > 0 ? `${filled}?${search}` : filled;
}

export interface Sent {
  params?: Readonly<Record<string, unknown>> | undefined;
  query?: object | undefined;
  body?: unknown;
  /** The version that was seen: 412 where somebody saved another one since. */
  ifMatch?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Makes one call and answers the JSON of its reply, undefined where there is none; throws `ApiProblem`. */
export async function send(operation: Operation, { params, query, body, ifMatch, signal }: Sent): Promise<unknown> {
  // A page calls for the reseller of its address; a program has none.
  const reseller = resellerIn(globalThis.location?.search ?? null);
  const response = await fetch(urlOf(operation, params, query), {
    method: operation.method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(reseller === undefined ? {} : { [FOR_RESELLER]: reseller }),
      ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem(unreachable);
  });
  if (response.status === 401) {
    window.dispatchEvent(new Event(SIGNED_OUT));
    throw new ApiProblem(signedOut);
  }
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response.status === 204 ? undefined : response.json();
}

export const unreachable: ProblemDocument = {
  type: "about:blank",
  title: "No connection",
  status: 0,
  detail: "The portal cannot be reached: check the connection and try again.",
  code: "network.unreachable",
  requestId: "",
};

/** What happens to the window when a call finds the session over: the shell says how to go on. */
export const SIGNED_OUT = "signed-out";

const signedOut: ProblemDocument = {
  type: "about:blank",
  title: "You are signed out",
  status: 401,
  detail: "You are signed out. Sign in and go on.",
  code: "auth.required",
  requestId: "",
};

async function problemOf(response: Response): Promise<ProblemDocument> {
  const said: unknown = await response.json().catch(() => undefined);
  if (isProblem(said)) return said;
  return {
    ...unreachable,
    title: "Something went wrong",
    status: response.status,
    detail: "The portal gave an answer that was not understood: try again.",
    code: "reply.unreadable",
    requestId: response.headers.get("x-request-id") ?? "",
  };
}

const isProblem = (said: unknown): said is ProblemDocument =>
  typeof said === "object" &&
  said !== null &&
  "detail" in said &&
  typeof said.detail === "string" &&
  "code" in said &&
  typeof said.code === "string" &&
  "status" in said &&
  typeof said.status === "number";
