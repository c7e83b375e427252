import { callbackCookie } from "./cookies";
import { localPath } from "./local-path";
import { askNextAuth } from "./next-auth";

/** The endpoints of next-auth that make sense with one credentials provider, by method. */
const actions: Record<string, readonly string[]> = {
  GET: ["csrf", "session", "providers", "signin", "signout", "error"],
  POST: ["callback", "signin", "signout", "session"],
};

const LIMIT = 16 * 1024;

/** One request to `/api/auth/*`. Only texts reach next-auth, and only addresses of this portal. */
export async function answerAuth(request: Request, action: readonly string[]): Promise<Response> {
  const allow = Object.keys(actions).filter((method) => actions[method]?.includes(action[0] ?? ""));
  if (allow.length === 0) return refusal(404, "There is nothing at this path");
  if (!allow.includes(request.method))
    return refusal(405, `Use ${allow.join(" or ")} here`, { allow: allow.join(", ") });
  const text = request.method === "POST" ? await bodyOf(request) : "";
  if (text === undefined) return refusal(413, `The body is larger than ${LIMIT} bytes`);
  const isJson = request.headers.get("content-type")?.includes("json");
  const body = local(isJson ? textsOf(text) : Object.fromEntries(new URLSearchParams(text)));
  return askNextAuth({
    method: request.method,
    action,
    query: local(Object.fromEntries(new URL(request.url).searchParams)),
    body,
    cookies: cookiesOf(request.headers.get("cookie") ?? ""),
    headers: Object.fromEntries(request.headers),
  });
}

const refusal = (status: number, message: string, headers = {}): Response =>
  Response.json({ message }, { status, headers: { "cache-control": "no-store", ...headers } });

async function bodyOf(request: Request): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The texts of a JSON object; a program may send `json` as a boolean. */
function textsOf(json: string): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(json) as object).filter(([, value]) =>
      ["string", "boolean"].includes(typeof value),
    );
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/** A callback address that cannot be read, or leads elsewhere, would be next-auth's 500 or our open redirect. */
function local({ callbackUrl, ...rest }: Record<string, string>): Record<string, string> {
  if (callbackUrl === undefined) return rest;
  return { ...rest, callbackUrl: localPath(callbackUrl) };
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const equals = pair.indexOf("=");
    const [name, value] = [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
    return [name, decoded(value)];
  });
  const cookies = Object.fromEntries(pairs);
  delete cookies[callbackCookie().name];
  return cookies;
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
