import { invalid } from "./problem";
import { isPlain } from "./text";

/** A place in an ordered list: the sort value and id of the last row seen. Opaque to callers. */
export interface Position {
  readonly sort: string;
  readonly key: string | number;
  readonly id: string;
  /** How many rows came before it when it was made. */
  readonly rank?: number;
}

export const toCursor = ({ sort, key, id, rank = 0 }: Position): string =>
  Buffer.from(JSON.stringify([sort, key, id, rank])).toString("base64url");

/** Back from the wire; a cursor of another sort order is refused, since it would skip or repeat rows. */
export function fromCursor(cursor: string, ...sorts: readonly string[]): Required<Position> {
  const wrong = invalid(["cursor"], "is not a cursor of this list and sort order; start again without it", "format");
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw wrong;
  }
  if (!Array.isArray(parts) || parts.length !== 4) throw wrong;
  const [sort, key, id, rank] = parts;
  if (!sorts.includes(sort) || typeof id !== "string" || (typeof key !== "string" && typeof key !== "number")) {
    throw wrong;
  }
  if (!isPlain(id) || (typeof key === "string" && !isPlain(key))) throw wrong;
  // What was kept as a number must be one that every database takes.
  if (!Number.isSafeInteger(rank) || rank < 0 || (typeof key === "number" && !Number.isSafeInteger(key))) throw wrong;
  return { sort, key, id, rank };
}
