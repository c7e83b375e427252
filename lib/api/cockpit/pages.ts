import { fromCursor, toCursor } from "../../core/cursor";
import { invalid } from "../../core/problem";
import { isPlain } from "../../core/text";
import type { Customer } from "../../domain/customers/customer";
import type { PagePlace } from "../../domain/customers/pages";

interface Asked {
  pageNumber: number;
  pageSize: number;
  ascending: boolean;
  continuationToken?: string | undefined;
}

/** Where the page that was asked for begins, and its number. One row more than it holds tells whether there is a next. */
export function placeOf({ pageNumber, pageSize, ascending, continuationToken }: Asked): PagePlace & { number: number } {
  const place = { descending: !ascending, limit: pageSize + 1 };
  if (continuationToken === undefined) return { ...place, offset: (pageNumber - 1) * pageSize, number: pageNumber };
  const { key, id } = fromCursor(continuationToken, orderOf(ascending));
  const [, number, sortName] = /^(\d{1,10}) (.*)$/s.exec(String(key)) ?? [];
  if (number === undefined || sortName === undefined || !isPlain(sortName + id)) {
    throw invalid(["cursor"], "is not a token of this list; start again without it", "format");
  }
  return { ...place, after: { sortName, id }, number: Number(number) };
}

export const tokenAfter = ({ sortName, id }: Customer, number: number, ascending: boolean): string =>
  toCursor({ sort: orderOf(ascending), key: `${number + 1} ${sortName}`, id });

const orderOf = (ascending: boolean): string => (ascending ? "name" : "name descending");

/** What surrounds the items of a page. */
export const envelope = <T>(
  items: T[],
  { number, pageSize, total, next = null }: { number: number; pageSize: number; total: number; next?: string | null },
  hasNextPage: boolean,
) => ({
  items,
  paginationParameters: { pageNumber: number, pageSize },
  totalPages: Math.ceil(total / pageSize),
  totalCount: total,
  hasPreviousPage: number > 1,
  hasNextPage,
  continuationToken: next,
});
