import { v7 } from "uuid";

/** A UUIDv7 of the moment: ids made later sort later, which keeps the index of a growing table local. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);
