import type { z } from "zod";
import type { Origin } from "../auth/keys";
import { type Issue, missing, Problem } from "../core/problem";
import { grant, type Permission, type Principal, type Scope } from "../core/scope";
import { clock } from "../core/time";
import { type Contract, nothing } from "./contract";
import { encoderOf } from "./encode";
import { BODY_LIMIT, type Incoming, type Reply } from "./http";
import { meant } from "./known";
import type { Surface } from "./surface";

/** What a handler is called with: everything decoded, checked and permitted. */
export interface Call<N extends Permission, P, Q, B, S> {
  readonly scope: Scope<N>;
  readonly principal: Principal;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** What the path names, found before the body was looked at. */
  readonly subject: S;
  readonly now: Date;
  readonly request: Incoming;
  readonly origin: Origin;
}

/** A reply with headers or a status of its own. */
export class Answer<T> {
  constructor(
    readonly output: T,
    readonly headers: Record<string, string> = {},
    readonly status?: number,
  ) {}
}

/**
 * A list that is sent while it is read: each chunk is a whole reply with the next part of the list in it. `list` names it
 * where the reply has other lists before it.
 */
export class Stream<R> {
  constructor(
    readonly chunks: AsyncIterable<R>,
    readonly list = "",
  ) {}
}

/** Text of the contract's media type, sent while it is made. */
export type Text = AsyncIterable<string>;

type Output<R extends z.ZodType> = z.output<R> | Stream<z.output<R>> | Text;

export interface Endpoint {
  readonly contract: Contract;
  readonly surface: Surface;
  /** From a recognised caller to a reply; throws problems, which the router spells. */
  handle(request: Incoming, params: Record<string, string>, principal: Principal, origin: Origin): Promise<Reply>;
}

type AnyObject = z.ZodObject<z.ZodRawShape>;
type Verb<
  N extends Permission,
  P extends AnyObject,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  S,
> = (call: Call<N, z.output<P>, z.output<Q>, z.output<B>, S>) => Promise<Output<R> | Answer<Output<R>>>;

/** What is known when it is looked up what a request speaks of: query and body are read, but not yet checked. */
export interface Finding<S, P> {
  readonly scope: S;
  readonly params: P;
  readonly query: unknown;
  readonly body: unknown;
  readonly now: Date;
}

interface Serve {
  <N extends Permission, P extends AnyObject, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: Contract<N, P, Q, B, R>,
    verb: Verb<N, P, Q, B, R, undefined>,
  ): Endpoint;
  <N extends Permission, P extends AnyObject, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, S>(
    contract: Contract<N, P, Q, B, R>,
    find: (call: Finding<Scope<N>, z.output<P>>) => Promise<S>,
    verb: Verb<N, P, Q, B, R, S>,
  ): Endpoint;
}

const NOTHING = { success: true, data: {} } as const;

type AnyVerb = (call: Call<never, never, unknown, unknown, unknown>) => Promise<unknown>;
type AnyFind = (call: Finding<Scope, unknown>) => Promise<unknown>;

/**
 * Binds a contract to one expression of the domain. In order: permission (403), reading (413, 415, 400), what the
 * request names (`find`, 404), the contract (422), a conflict of `find`'s (409), the verb, and the reply encoded by the contract.
 */
export const serve = (surface: Surface): Serve => {
  const bind = (contract: Contract, ...steps: [AnyVerb] | [AnyFind, AnyVerb]): Endpoint => {
    const needs = contract.needs === null ? [] : [contract.needs].flat();
    const verb = steps.at(-1) as AnyVerb;
    const find = steps.length === 2 ? (steps[0] as AnyFind) : undefined;
    const encode = contract.reply && encoderOf(contract.reply);
    return {
      contract,
      surface,
      async handle(request, rawParams, principal, origin) {
        const scope = grant(principal, ...needs);
        if (!contract.body && isSent(request)) await request.body(BODY_LIMIT);
        const reading = surface.read(request, contract);
        // A promise that is not needed costs more than the reading.
        const { query: rawQuery, body: rawBody } = reading instanceof Promise ? await reading : reading;
        const params = contract.params === nothing ? NOTHING : contract.params.safeParse(rawParams);
        if (!params.success) throw missing("Resource");
        const now = clock();
        const input = () => ({
          query: contract.query === nothing ? NOTHING.data : decode(contract.query, rawQuery, true),
          body: contract.body && decode(contract.body, rawBody),
        });
        let subject: unknown;
        try {
          subject = find && (await find({ scope, params: params.data, query: rawQuery, body: rawBody, now }));
        } catch (error) {
          // What is wrong with the request is told before a conflict.
          if (error instanceof Problem && error.status === 409) input();
          throw error;
        }
        const { query, body } = input();
        const call = { scope, principal, params: params.data, query, body, subject, now, request, origin };
        return spell(contract, await verb(call as never), encode);
      },
    };
  };
  // The overloads tie a handler's types to its contract; at run time one function serves them all.
  return bind as unknown as Serve;
};

/** A body that nobody asks for is dropped, but not of any size. */
const isSent = ({ method, header }: Incoming): boolean =>
  method !== "GET" && (header("content-length") !== undefined || header("transfer-encoding") !== undefined);

type Encode = ReturnType<typeof encoderOf>;

function spell(contract: Contract, result: unknown, encode: Encode | undefined): Reply {
  const { output, headers, status } = result instanceof Answer ? result : new Answer(result);
  const code = status ?? contract.status;
  if (encode === undefined) return { status: code, headers, body: null };
  const type = contract.produces ?? "application/json; charset=utf-8";
  const typed = { "content-type": type, ...headers };
  if (contract.produces) return { status: code, headers: typed, body: output as string | Text };
  if (output instanceof Stream) return { status: code, headers: typed, body: joined(encode, output) };
  return { status: code, headers: typed, body: JSON.stringify(encode(output)) };
}

/** Chunks are joined where their list is: between its own, or the first, and the last bracket. */
async function* joined(encode: Encode, { chunks, list }: Stream<unknown>): AsyncGenerator<string> {
  let end: string | undefined;
  let some = false;
  for await (const chunk of chunks) {
    const text = JSON.stringify(encode(chunk));
    const start = list ? text.indexOf(`"${list}":[`) : 0;
    const [from, until] = [text.indexOf("[", start) + 1, text.lastIndexOf("]")];
    if (end === undefined) yield text.slice(0, from);
    end = text.slice(until);
    if (from === until) continue;
    yield (some ? "," : "") + text.slice(from, until);
    some = true;
  }
  yield end ?? "[]";
}

/** More would help nobody, and a request of a megabyte can have tens of thousands. */
const MOST_ISSUES = 100;

/** Parses with the contract, or throws what is wrong. `flat`: a value of several is a parameter that was given twice. */
export function decode<T extends z.ZodType>(schema: T, value: unknown, flat = false): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap((issue) => issuesOf(schema, issue, value, flat));
  throw new Problem("request.invalid", { issues: issues.slice(0, MOST_ISSUES) });
}

const rules: Record<string, Issue["rule"]> = {
  invalid_type: "type",
  too_big: "range",
  too_small: "range",
  invalid_format: "format",
  unrecognized_keys: "unknown",
};

function issuesOf(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown, flat: boolean): Issue[] {
  const asSent = true;
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const other = meant(schema, path, key);
      const message = other ? `is not a known field: use ${other}` : "is not a known field";
      return { path: [...path, key], rule: "unknown", message, asSent };
    });
  }
  // A check that names its rule knows best: it may have looked into JSON inside a text, where no value is to be found.
  const said = issue.code === "custom" ? (issue.params?.rule as Issue["rule"] | undefined) : undefined;
  const given = at(value, path);
  if (!said && given === undefined) return [{ path, rule: "missing", message: "is required", asSent }];
  if (flat && Array.isArray(given)) return [{ path, rule: "type", message: "is given more than once", asSent }];
  const rule = given === null ? "missing" : rules[issue.code];
  return [{ path, rule: said ?? rule ?? "invalid", message: issue.message, asSent }];
}

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key], value);
