import type { Incoming } from "../http";
import { Answer } from "../serve";

/** No row has it: what was seen is then certainly not what is there. */
const NEVER = -1;

/** What the column of a row's version holds. */
const LARGEST = 2 ** 31 - 1;

/** The version that the caller has seen, from `If-Match`; undefined where any will do. */
export function expectedVersion(request: Incoming, largest = LARGEST): number | undefined {
  const given = request.header("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(given)?.[1];
  return version === undefined || Number(version) > largest ? NEVER : Number(version);
}

export const etagOf = ({ version }: { version: number }) => ({ etag: `"${version}"` });

/** A reply with its version as `ETag`. */
export const versioned = <T extends { version: number }>(output: T): Answer<T> => new Answer(output, etagOf(output));
