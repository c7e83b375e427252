/**
 * In a page's address: the reseller for whom alone a CSP's user looks at it, by its id. Without it: for all of them. So each
 * tab, each link that is shared and each step back has its own.
 */
export const RESELLER = "reseller";

/** The same in a call of the API: a header. */
export const FOR_RESELLER = "x-portal-reseller";

export const resellerIn = (address: string | null): string | undefined =>
  new URLSearchParams(/\?([^#]*)/.exec(address ?? "")?.[1]).get(RESELLER) || undefined;

/** A link of a page that is looked at for `reseller` goes on for it. Links that are no pages, or name one, stay as they are. */
export function goingOn(href: string, reseller: string | undefined): string {
  if (!reseller || !/^(\/portal(?![^/?#])|\?)/.test(href) || resellerIn(href)) return href;
  const [, page = "", hash = ""] = /^([^#]*)(#.*)?$/s.exec(href) ?? [];
  return `${page}${page.includes("?") ? "&" : "?"}${RESELLER}=${reseller}${hash}`;
}

/** The same page for another reseller, or for all without one. What only made sense for the one before is gone. */
export function switched(address: string, reseller: string | undefined): string {
  const [path = "", query] = address.split("?", 2);
  const asked = new URLSearchParams(query);
  for (const name of [RESELLER, "reseller_id", "cursor"]) asked.delete(name);
  if (reseller) asked.set(RESELLER, reseller);
  return asked.size > 0 ? `${path}?${asked}` : path;
}
