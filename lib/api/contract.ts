import { z } from "zod";
import type { ProblemCode } from "../core/problem";
import type { Level, Permission } from "../core/scope";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type AnyObject = z.ZodObject<z.ZodRawShape>;

/** An example of a call: the conformance suite makes it, the OpenAPI document shows it. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * All that is said of one endpoint, once. Requests are decoded and replies encoded with it; handler types, the OpenAPI
 * document, forms, the typed client and the conformance suite derive from it. Safe to import in a browser.
 */
export interface Contract<
  N extends Permission = Permission,
  P extends AnyObject = AnyObject,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** The operation's name, unique on its surface. */
  readonly id: string;
  readonly method: Method;
  /** From the root, parameters in braces: `/v3/admin/customers/{id}`. */
  readonly path: string;
  /** More paths that answer the same: the vendor's aliases. */
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly tag?: string;
  /** What the caller must be permitted; null answers anybody. */
  readonly needs: N | readonly N[] | null;
  /** A call changes something, by GET too: HEAD does not stand for that one. */
  readonly changes?: true;
  /** Who may call it at all, where that is fewer than the surface lets in. */
  readonly levels?: readonly Level[];
  /** Whoever is signed in may call it, and no key: it is about the person. */
  readonly person?: true;
  readonly params: P;
  readonly query: Q;
  /** Undefined where no body is read. */
  readonly body: B | undefined;
  /** The largest body that is read, in bytes; `BODY_LIMIT` unless said otherwise. */
  readonly bodyLimit?: number;
  /** Undefined where the reply has none. */
  readonly reply: R | undefined;
  readonly status: number;
  /** Headers of the reply beside those that all have, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A reply that is not JSON: `text/csv`. */
  readonly produces?: string;
  /** `application/json` unless said otherwise. */
  readonly consumes?: readonly string[];
  readonly problems: readonly ProblemCode[];
  readonly examples: readonly Example[];
}

/** Of a request of which nothing is read: not even looked at. */
export const nothing = z.object({});

type Said<
  N extends Permission,
  P extends AnyObject,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = Omit<Contract<N, P, Q, B, R>, "params" | "query" | "body" | "reply" | "problems" | "examples"> & {
  params?: P;
  query?: Q;
  body?: B;
  reply?: R;
  problems?: readonly ProblemCode[];
  examples?: readonly Example[];
};

export const contract = <
  const N extends Permission,
  P extends AnyObject = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(
  said: Said<N, P, Q, B, R>,
): Contract<N, P, Q, B, R> => ({
  problems: [],
  examples: [],
  ...said,
  // Where nothing is said, the defaults of P and Q are this empty object.
  params: said.params ?? (nothing as unknown as P),
  query: said.query ?? (nothing as unknown as Q),
  body: said.body,
  reply: said.reply,
});
