import { publicUrl } from "../core/env";

const CONTROL = /[\u0000-\u001f\u007f\\]/;

/**
 * The path and query to go back to after signing in, or `otherwise`: never another site, never a form that sent us.
 * next-auth writes whole addresses; one of this portal counts as its path.
 */
export function localPath(asked: unknown, otherwise = "/portal"): string {
  if (typeof asked !== "string" || asked.length > 2000 || CONTROL.test(asked)) return otherwise;
  const home = new URL(publicUrl()).origin;
  const path = asked.startsWith(`${home}/`) ? asked.slice(home.length) : asked;
  if (!/^\/(?!\/)/.test(path)) return otherwise;
  const url = URL.parse(path, home);
  if (url?.origin !== home || /^\/(\/|(sign-in|setup|api)(\/|$))/.test(url.pathname)) return otherwise;
  // What Next adds to the addresses of its own requests leads to no page.
  if (url.searchParams.has("_rsc")) url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}
