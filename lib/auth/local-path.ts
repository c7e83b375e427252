const CONTROL = /[\u0000-\u001f\u007f\\]/;

/** The path and query to go back to after signing in, or `otherwise`: never another site, never a form that sent us. */
export function localPath(asked: unknown, otherwise = "/portal"): string {
  if (typeof asked !== "string" || asked.length > 2000 || !/^\/(?!\/)/.test(asked) || CONTROL.test(asked))
    return otherwise;
  const url = URL.parse(asked, "http://portal.invalid");
  if (url?.host !== "portal.invalid" || /^\/(\/|(sign-in|setup|api)(\/|$))/.test(url.pathname)) return otherwise;
  return url.pathname + url.search;
}
