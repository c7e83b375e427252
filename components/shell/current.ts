export interface Place {
  href: string;
  /** Current on its own page only, not on those below it. */
  exact?: boolean;
}

/** The href of the deepest place that `pathname` lies in. */
export const currentHref = (pathname: string, places: readonly Place[]) =>
  places
    .filter(({ href, exact }) => pathname === href || (!exact && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)
    .at(0)?.href;
