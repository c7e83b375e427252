import { z } from "zod";
import { type CallOptions, urlOf } from "@/lib/api/call";
import type { Contract } from "@/lib/api/contract";
import type { Incoming } from "@/lib/api/http";
import { routers } from "@/lib/api/surfaces";
import { pagePrincipal } from "@/lib/auth/page";
import type { Permission } from "@/lib/core/scope";

type AnyObject = z.ZodObject<z.ZodRawShape>;

type Asked<P extends AnyObject, Q extends z.ZodType> = Pick<CallOptions<P, Q, z.ZodUndefined>, "params"> & {
  query?: object;
};

/**
 * What a reading operation of the portal's API answers to whoever looks at the page: the page's first paint and its later
 * calls then have one form and one set of rules. Throws the domain's problems.
 */
export const ask = async <N extends Permission, P extends AnyObject, Q extends z.ZodType, R extends z.ZodType>(
  contract: Contract<N, P, Q, z.ZodUndefined, R>,
  options: Asked<P, Q>,
): Promise<z.output<R>> => z.decode(contract.reply as R, await askPlain(contract, options));

/** The same as it is on the wire: for lists that go on with calls of `send`. */
export async function askPlain<N extends Permission, P extends AnyObject, Q extends z.ZodType, R extends z.ZodType>(
  contract: Contract<N, P, Q, z.ZodUndefined, R>,
  options: Asked<P, Q>,
): Promise<z.input<R>> {
  const endpoint = routers.portal.endpoints.find((known) => known.contract.id === contract.id);
  if (!endpoint || !contract.reply) throw new Error(`${contract.id} is not an operation with an answer`);
  const principal = await pagePrincipal();
  const { actor } = principal;
  const request: Incoming = {
    method: contract.method,
    url: urlOf(contract, options.params, options.query),
    header: () => undefined,
    body: async () => new Uint8Array(),
    ip: actor.ip,
  };
  const params: Record<string, string> = Object.fromEntries(
    Object.entries(options.params ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const { body } = await endpoint.handle(request, params, principal, actor);
  // Every operation but the exports, which pages link to, answers with one JSON text.
  return JSON.parse(body as string);
}
