import type { ListOrder } from "../../lib/core/lists";
import type { Trace } from "../schema";
import type { Change } from "./list-log";

/** Where a customer stands in an order. */
export interface ListPlace {
  readonly key: string | number | Date;
  readonly id: string;
}

/** What the order by last activity knows, no trace tells: it changes with every call. */
export type FollowedOrder = Exclude<ListOrder, "lastActivityAt">;

const keyIn = (trace: Trace, by: FollowedOrder): ListPlace["key"] =>
  by === "createdAt" || by === "deletedAt" ? new Date(trace[by]) : trace[by];

/** As the databases compare: texts by their bytes. */
const compareKeys = (a: ListPlace["key"], b: ListPlace["key"]): number =>
  typeof a === "string" && typeof b === "string"
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : Number(a) - Number(b);

/**
 * The first `limit` places of a list after changes to it; undefined where a place is to be filled by a customer that
 * nobody has looked at.
 */
export function followPlaces(
  places: readonly ListPlace[],
  changes: readonly Change[],
  isShown: (trace: Trace | null) => boolean,
  { by, falling, limit }: { by: FollowedOrder; falling: boolean; limit: number },
): ListPlace[] | undefined {
  const compare = (a: ListPlace, b: ListPlace) =>
    (falling ? -1 : 1) * (compareKeys(a.key, b.key) || compareKeys(a.id, b.id));
  const now = [...places];
  for (const { customerId, after } of changes) {
    const isAll = now.length < limit;
    const was = now.findIndex(({ id }) => id === customerId);
    if (was >= 0) now.splice(was, 1);
    if (after && isShown(after)) {
      const place = { key: keyIn(after, by), id: customerId };
      const next = now.findIndex((other) => compare(place, other) < 0);
      // Behind all that are known may stand others.
      if (next >= 0) now.splice(next, 0, place);
      else if (isAll) now.push(place);
      else if (was >= 0) return undefined;
    } else if (was >= 0 && !isAll) return undefined;
    now.length = Math.min(now.length, limit);
  }
  return now;
}
