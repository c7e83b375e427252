import { isUtf8 } from "node:buffer";
import { Problem } from "../core/problem";
import type { Contract } from "./contract";
import { BODY_LIMIT, type Incoming, queryOf } from "./http";

const CORRELATION_ID = /^[\x20-\x7e]{1,128}$/;

/** Fit to be kept and sent back in a header. */
export const isCorrelationId = (text: string): boolean => CORRELATION_ID.test(text);

const mediaType = (request: Incoming): string =>
  (request.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

/** 415 unless the body's type is one of `accepted`. A body of no declared type is taken for the first. */
export function checkMediaType(request: Incoming, accepted: readonly string[]): string {
  const type = mediaType(request) || (accepted[0] ?? "");
  if (!accepted.includes(type)) {
    throw new Problem("request.media_type", { detail: `Send the body as ${accepted.join(" or ")}, not as ${type}` });
  }
  return type;
}

export async function readText(request: Incoming, limit = BODY_LIMIT): Promise<string> {
  const bytes = await request.body(limit);
  if (!isUtf8(bytes)) throw new Problem("request.unreadable", { detail: "The body is not UTF-8" });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("request.unreadable", { detail: "The body is not valid JSON" });
  }
}

/** The arguments of a request before the contract's schemas see them. */
export interface Arguments {
  query: unknown;
  body: unknown;
}

/** How most surfaces read: the query by name, the body as JSON. 413, 415, 400. At once where there is no body to wait for. */
export function readJson(request: Incoming, contract: Contract): Arguments | Promise<Arguments> {
  const query = queryOf(request.url);
  return contract.body ? withBody(request, contract, query) : { query, body: undefined };
}

async function withBody(request: Incoming, contract: Contract, query: unknown): Promise<Arguments> {
  // The size is told before the type, whatever the type.
  const limit = contract.bodyLimit ?? BODY_LIMIT;
  if (Number(request.header("content-length") ?? 0) > limit) await request.body(limit);
  checkMediaType(request, contract.consumes ?? ["application/json"]);
  return { query, body: parseJson(await readText(request, limit)) };
}
