import { publicUrl } from "../core/env";
import { Problem } from "../core/problem";

export interface Headed {
  header(name: string): string | undefined;
}

/** The token of `Authorization: Bearer TOKEN`. */
export const bearerOf = (request: Headed): string | undefined =>
  /^bearer +([^\s]+) *$/i.exec(request.header("authorization") ?? "")?.[1];

/** User name and password of `Authorization: Basic`; without a colon it is a user name, as some send a key. */
export function basicOf(request: Headed): { user: string; password: string } | undefined {
  const encoded = /^basic +([a-z0-9+/=_-]+) *$/i.exec(request.header("authorization") ?? "")?.[1];
  if (!encoded) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? { user: pair, password: "" } : { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

/** Where the caller is, as the server in front of Next has written it down. */
export const ipOf = (request: Headed): string => request.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";

/** The first cookie of that name. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** A page of another site made the browser send this. Programs say nothing of where they are. */
export function isCrossSite(request: Headed): boolean {
  const site = request.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = request.header("origin");
  return origin !== undefined && origin !== new URL(publicUrl()).origin && hostOf(origin) !== request.header("host");
}

/** Empty for `null`, which is what a page without an address calls itself: no host is called so. */
const hostOf = (origin: string): string => {
  try {
    return new URL(origin).host;
  } catch {
    return "";
  }
};

const SAFE = ["GET", "HEAD", "OPTIONS"];

/** 403 for a write that another site's page makes with our cookie. */
export function checkSameOrigin(request: Headed & { method: string }): void {
  if (SAFE.includes(request.method) || !isCrossSite(request)) return;
  throw new Problem("permission.missing", {
    detail: "A browser sent this from another site: use the portal's own pages, or a key",
  });
}
