import { z } from "zod";
import { Problem } from "../../core/problem";
import type { Contract } from "../contract";
import { formOf, type Incoming, queryOf } from "../http";
import { parseJson, readBody } from "../read";

type Texts = Record<string, string | string[]>;
type Values = Record<string, unknown>;

/** Basic credentials are remembered by browsers, which would send them along with another site's link. */
function refuseCrossSite(request: Incoming, { changes }: Contract): void {
  if (changes && request.header("sec-fetch-site") === "cross-site") {
    throw new Problem("permission.missing", { detail: "Another site may not change anything here" });
  }
}

/** cloudapi.md: "Parameters". The query of a GET; of a POST, the query and its form or JSON object. */
export async function readArguments(request: Incoming, contract: Contract): Promise<{ query: unknown; body: unknown }> {
  refuseCrossSite(request, contract);
  checkUtf8(request.url);
  const query = queryOf(request.url);
  if (!contract.body) return { query: merged(contract.query, query, {}), body: undefined };
  const sent = await sentIn(request, contract.consumes ?? []);
  if (sent.json === undefined) {
    return { query: {}, body: merged(contract.body, Object.entries(sent.form).reduce(added, query), {}) };
  }
  if (typeof sent.json !== "object" || sent.json === null || Array.isArray(sent.json)) {
    return { query: {}, body: sent.json };
  }
  return { query: {}, body: merged(contract.body, query, sent.json as Values) };
}

/** A JSON object that names a parameter twice is refused: of the two, parsing keeps the last. */
function parseOnce(text: string): unknown {
  const value = parseJson(text);
  const given = new Set<unknown>();
  let depth = 0;
  // It parses: each text is closed, and one before a colon is a name.
  for (const [token, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (colon === undefined || depth !== 1) continue;
    const name = JSON.parse(token.slice(0, -colon.length));
    if (given.has(name)) throw repeated(name);
    given.add(name);
  }
  return value;
}

const repeated = (name: string): Problem =>
  new Problem("request.unreadable", { detail: `${name} is given more than once` });

async function sentIn(request: Incoming, accepted: readonly string[]): Promise<{ form: Texts; json?: unknown }> {
  const { text, type } = await readBody(request, accepted);
  if (text === "" && !request.header("content-type")) return { form: {} };
  return type === "application/json" ? { form: {}, json: parseOnce(text) } : { form: formOf(checkUtf8(text)) };
}

/** 400 where what is escaped is not UTF-8: a Latin-1 `%E9` would be kept as a replacement character. */
function checkUtf8(text: string): string {
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  } catch {
    throw new Problem("request.unreadable", { detail: "The arguments are not UTF-8" });
  }
  return text;
}

/** One more text under a name, which makes it an array where there was one already. */
function added(texts: Texts, [name, value]: [string, string | string[]]): Texts {
  texts[name] = name in texts ? [texts[name] as string[], value].flat() : value;
  return texts;
}

function merged(schema: z.ZodType, texts: Texts, values: Values): Values {
  // No prototype: a parameter may be called `__proto__`.
  const all: Values = Object.assign(Object.create(null), values);
  for (const [name, text] of Object.entries(texts)) {
    if (Array.isArray(text) || name in all) throw repeated(name);
    all[name] = argumentOf(fieldOf(schema, name), text);
  }
  // A JSON object says "not given" by null too: Python's clients send every parameter, most of them None.
  for (const [name, value] of Object.entries(all)) {
    if ((value === "" || value === null) && fieldOf(schema, name)) delete all[name];
  }
  return all;
}

const fieldOf = (schema: z.ZodType, name: string): z.ZodType | undefined =>
  schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;

/**
 * A text is read as JSON where it parses and is of the argument's type: a name of 123 stays a text. So does null, which
 * is of no argument's type.
 */
function argumentOf(field: z.ZodType | undefined, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof value === "string") return value;
  return value !== null && field && isOfType(field, value) ? value : text;
}

function isOfType(field: z.ZodType, value: unknown): boolean {
  const issues = field.safeParse(value).error?.issues ?? [];
  return !issues.some(({ code, path }) => code === "invalid_type" && path.length === 0);
}
