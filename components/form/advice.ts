/** How a value usually looks, and what to say of one that does not: it can be saved all the same. */
export interface Advice {
  readonly usual: RegExp;
  readonly otherwise: string;
}

/** What there is to say of a value; nothing of an empty one. */
export function adviceOn(value: unknown, { usual, otherwise }: Advice): string | undefined {
  const said = typeof value === "string" ? value.trim() : "";
  return said === "" || usual.test(said) ? undefined : `${otherwise} It can be saved as it is.`;
}
