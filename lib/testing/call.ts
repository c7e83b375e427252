import { type Incoming, tooLarge } from "../api/http";
import type { Router } from "../api/router";

export interface Request {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  /** An object is sent as JSON with its content type; text and bytes as they are. */
  body?: unknown;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** Undefined where the body is not JSON. */
  json: unknown;
}

/** Makes one request of a surface's router, as a host would. */
export async function call(router: Router, { method = "GET", url, headers = {}, body }: Request): Promise<Reply> {
  const raw = typeof body === "string" || body instanceof Uint8Array || body === undefined;
  const bytes = raw ? Buffer.from(body ?? "") : Buffer.from(JSON.stringify(body));
  const sent: Record<string, string> = {
    ...(raw ? {} : { "content-type": "application/json" }),
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  };
  const incoming: Incoming = {
    method,
    url,
    header: (name) => sent[name],
    ip: "127.0.0.1",
    body: async (limit) => {
      if (bytes.length > limit) throw tooLarge(limit);
      return bytes;
    },
  };
  const reply = await router.answer(incoming);
  let text = "";
  if (typeof reply.body === "string") text = reply.body;
  else if (reply.body) for await (const part of reply.body) text += part;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: reply.status, headers: reply.headers, text, json };
}
