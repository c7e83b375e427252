/** Where free-form JSON of a caller's ends: deeper nesting would overflow whoever walks it. */
const DEEPEST = 20;

export interface JsonLimits {
  readonly keys?: number;
  /** Of the text, in UTF-8. */
  readonly bytes?: number;
}

const depthOf = (value: unknown, deepest: number): number => {
  if (typeof value !== "object" || value === null) return 0;
  if (deepest === 0) return 1;
  let depth = 0;
  for (const inner of Object.values(value)) depth = Math.max(depth, depthOf(inner, deepest - 1));
  return depth + 1;
};

/** Whoever copies an object loses a key of that name, or worse. */
const FORBIDDEN = "__proto__";

const hasForbidden = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, FORBIDDEN) || Object.values(value).some(hasForbidden));

/** Why an object is not kept as it is, or undefined: 100 keys and 64 KiB at most unless said otherwise. */
export function jsonFault(value: object, { keys = 100, bytes = 64 * 1024 }: JsonLimits = {}): string | undefined {
  if (Object.keys(value).length > keys) return `must have at most ${keys} keys`;
  if (depthOf(value, DEEPEST) > DEEPEST) return `must not be nested deeper than ${DEEPEST}`;
  if (hasForbidden(value)) return `must not have a key named ${FORBIDDEN}`;
  if (new TextEncoder().encode(JSON.stringify(value)).length > bytes) return `must be at most ${bytes} bytes of JSON`;
  return undefined;
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 7396: null removes a key, objects are merged key by key, anything else replaces what was there. */
export function mergePatch(target: unknown, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? mergePatch(merged.get(key), value) : value);
  }
  // Unlike assignment, this keeps a key named `__proto__` a key.
  return Object.fromEntries(merged);
}
