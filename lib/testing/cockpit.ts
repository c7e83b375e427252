import { routers } from "../api/surfaces";
import { call, type Reply } from "./call";
import { type Caller, headersOf } from "./world";

/** What a failure of the cockpit surface says. */
export interface Refusal {
  statusCode: number;
  type: string;
  description: string;
  correlationId: string;
  errors: { propertyName: string; description: string[] }[];
}

/** A call of the cockpit surface; a header that is undefined is not sent. */
export function askCockpit(
  caller: Caller,
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<Reply> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...headersOf("cockpit", caller), ...headers })) {
    if (value !== undefined) sent[name] = value;
  }
  return call(routers.cockpit, { method, url, body, headers: sent });
}

// Every failure of the surface has this form, which the conformance suite checks.
export const refusalOf = (reply: Reply): Refusal => reply.json as Refusal;

/** The properties that a refusal names. */
export const namedIn = (reply: Reply): string[] => refusalOf(reply).errors.map(({ propertyName }) => propertyName);
