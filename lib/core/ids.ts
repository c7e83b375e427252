import { v7 } from "uuid";

let last = 0;
let sequence = 0;

/**
 * A UUIDv7 of the moment: ids made later sort later, also within a millisecond, which keeps lists in the order of
 * creation and the index of a growing table local.
 */
export function newId(now: Date): string {
  const msecs = now.getTime();
  // 31 random bits to start from, so that 2^31 more fit before the sequence would overflow.
  sequence = msecs === last ? sequence + 1 : Math.floor(Math.random() * 2 ** 31);
  last = msecs;
  return v7({ msecs, seq: sequence });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);
