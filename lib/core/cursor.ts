import { invalid } from "./problem";

/** A place in an ordered list: the sort value and id of the last row seen. Opaque to callers. */
export interface Position {
  readonly sort: string;
  readonly key: string | number;
  readonly id: string;
}

export const toCursor = ({ sort, key, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");

/** Back from the wire; a cursor of another sort order is refused, since it would skip or repeat rows. */
export function fromCursor(cursor: string, sort: string): Position {
  const wrong = invalid(["cursor"], "is not a cursor of this list and sort order; start again without it", "format");
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw wrong;
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw wrong;
  const [was, key, id] = parts;
  if (was !== sort || typeof id !== "string" || (typeof key !== "string" && typeof key !== "number")) throw wrong;
  return { sort, key, id };
}
