/**
 * The name under which a page says for which reseller it was drawn (its id, or `all`): a `<meta>` of every page, a header of
 * every call that it makes, a hidden field of every form that it posts. So a switch in another tab changes nothing here.
 */
export const DRAWN_FOR = "x-portal-reseller";

export const ALL = "all";
