import { dayAfter, fromDay, toDay } from "./day";
import { isKind, type Kind } from "./kinds";

/** What the address of a customer's resources asks for; what is the default stays out of it. */
export interface ResourceView {
  /** A day, as in "what ran on that day": its end. Undefined is now. */
  readonly asOf: string | undefined;
  readonly kind: Kind | undefined;
  readonly project: string | undefined;
  /** Those that have ended by then, too. */
  readonly ended: boolean;
  readonly orphans: boolean;
  /** Two days to compare. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Of the table, from 1. */
  readonly page: number;
}

const dayOf = (text: string | undefined): string | undefined => (fromDay(text) ? text : undefined);

export function resourceViewOf(get: (name: string) => string | undefined, now: Date): ResourceView {
  const kind = get("kind");
  const asOf = dayOf(get("as_of"));
  const page = Number(get("page"));
  return {
    // What has not come yet is seen as it is now.
    asOf: asOf && asOf < toDay(now) ? asOf : undefined,
    kind: kind !== undefined && isKind(kind) ? kind : undefined,
    project: get("project") || undefined,
    ended: get("ended") === "true",
    orphans: get("orphans") === "true",
    from: dayOf(get("from")),
    to: dayOf(get("to")),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** What the address asks for and there is not, as it stands there: the page leaves it out, and says so. */
export const unknownIn = (get: (name: string) => string | undefined, view: ResourceView): string[] =>
  (
    [
      ["as_of", fromDay(get("as_of"))],
      ["from", view.from],
      ["to", view.to],
      ["kind", view.kind],
    ] as const
  ).flatMap(([name, known]) => (get(name) && !known ? [`${name}=${get(name)}`] : []));

/** The parameters of a view, but for the defaults. */
export const resourceQuery = ({ asOf, kind, project, ended, orphans, from, to, page }: ResourceView) =>
  Object.fromEntries(
    Object.entries({
      as_of: asOf,
      kind,
      project,
      ended: ended ? "true" : undefined,
      orphans: orphans ? "true" : undefined,
      from,
      to,
      page: page > 1 ? String(page) : undefined,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

export function resourceHref(path: string, view: ResourceView, change: Partial<ResourceView> = {}): string {
  const query = new URLSearchParams(resourceQuery({ ...view, page: 1, ...change })).toString();
  return query ? `${path}?${query}` : path;
}

/** The last instant of a day, but never later than now: "as of today" is now. */
export function endOf(day: string | undefined, now: Date): Date {
  const start = fromDay(day);
  if (!start || day === toDay(now)) return now;
  const end = new Date(dayAfter(start).getTime() - 1);
  return end < now ? end : now;
}
