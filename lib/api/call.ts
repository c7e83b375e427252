import type { z } from "zod";
import type { Permission } from "../core/scope";
import type { Contract } from "./contract";
import { ApiProblem, send, unreachable } from "./send";

export { ApiProblem, isStale, urlOf } from "./send";

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

/** Makes one call of the portal's API; throws `ApiProblem`. */
export async function call<
  N extends Permission,
  P extends AnyObject,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(contract: Contract<N, P, Q, B, R>, options: CallOptions<P, Q, B>): Promise<z.output<R>> {
  const reply = await send(contract, options);
  // A contract without a reply has no schema to read, and its type is undefined.
  if (!contract.reply) return undefined as z.output<R>;
  return contract.reply.decode(reply as z.input<R>);
}

/**
 * A module that a page fetches when it first needs it, such as contracts: most visitors of a page read it, and the schemas
 * would be a fifth of its scripts. Throws `ApiProblem` where it cannot be had.
 */
export const late =
  <M>(load: () => Promise<M>) =>
  (): Promise<M> =>
    load().catch(() => {
      const detail = "A part of the page could not be fetched: check the connection, then reload the page.";
      throw new ApiProblem({ ...unreachable, detail });
    });
