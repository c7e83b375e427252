import { Problem } from "../core/problem";

/** A request as every host can give it: Next's routes, the server in front of it, and tests. */
export interface Incoming {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** By lower-case name. */
  header(name: string): string | undefined;
  /** The whole body; 413 beyond `limit` bytes. */
  body(limit: number): Promise<Uint8Array>;
  readonly ip: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | AsyncIterable<string> | null;
}

/** Exactly this many bytes are still accepted. */
export const BODY_LIMIT = 1024 * 1024;

export const tooLarge = (limit: number): Problem =>
  new Problem("request.too_large", { detail: `The body is larger than ${limit} bytes` });

export const pathOf = (url: string): string => {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
};

/** A path, or a part of one, without its escapes; undefined where they stand for nothing. */
export const decoded = (path: string): string | undefined => {
  try {
    return path.includes("%") ? decodeURIComponent(path) : path;
  } catch {
    return undefined;
  }
};

/** Path and query of a request line's target, which may be a whole address, or `*`. */
export const targetOf = (target: string): string => {
  const path = target.replace(/^https?:\/\/[^/?]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
};

/** The query as an object; a parameter given twice becomes an array, which no schema of a single value accepts. */
export function queryOf(url: string): Record<string, string | string[]> {
  const start = url.indexOf("?");
  return start < 0 ? {} : formOf(url.slice(start + 1));
}

/** The same of a form body. */
export function formOf(text: string): Record<string, string | string[]> {
  // No prototype: a parameter may be called `__proto__`.
  const values: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const had = values[name];
    // A copy for each repetition would take hours for a megabyte of them.
    if (Array.isArray(had)) had.push(value);
    else values[name] = had === undefined ? value : [had, value];
  }
  return values;
}

/** A fetch `Request` as `Incoming`: for Next's routes. */
export const fromRequest = (request: Request): Incoming => {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    ip: request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "",
    body: async (limit) => {
      if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
      if (!request.body) return new Uint8Array();
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of request.body) {
        size += part.byteLength;
        if (size > limit) throw tooLarge(limit);
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
  };
};

export const toResponse = ({ status, headers, body }: Reply): Response => {
  if (body === null || typeof body === "string") return new Response(body, { status, headers });
  const texts = body[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await texts.return?.();
    },
  });
  return new Response(stream, { status, headers });
};
