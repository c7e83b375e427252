import { isUtf8 } from "node:buffer";
import { Problem } from "../core/problem";
import type { Contract } from "./contract";
import { BODY_LIMIT, type Incoming, queryOf } from "./http";

const CORRELATION_ID = /^[\x20-\x7e]{1,128}$/;

/** Fit to be kept and sent back in a header. */
export const isCorrelationId = (text: string): boolean => CORRELATION_ID.test(text);

const mediaType = (request: Incoming): string =>
  (request.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

function checkMediaType(request: Incoming, accepted: readonly string[]): string {
  const type = mediaType(request) || (accepted[0] ?? "");
  if (!accepted.includes(type)) {
    throw new Problem("request.media_type", { detail: `Send the body as ${accepted.join(" or ")}, not as ${type}` });
  }
  return type;
}

/**
 * The body's text and its type, which is the first of `accepted` where none is declared. 413 beyond the limit, whatever
 * the type; then 415 for any other type, and 400 for what is not UTF-8.
 */
export async function readBody(
  request: Incoming,
  accepted: readonly string[],
  limit = BODY_LIMIT,
): Promise<{ text: string; type: string }> {
  const bytes = await request.body(limit);
  const type = checkMediaType(request, accepted);
  if (!isUtf8(bytes)) throw new Problem("request.unreadable", { detail: "The body is not UTF-8" });
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"), type };
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
  const { text } = await readBody(request, contract.consumes ?? ["application/json"], contract.bodyLimit);
  return { query, body: parseJson(text) };
}
