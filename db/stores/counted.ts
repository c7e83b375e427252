import { once } from "../../lib/core/process";

const MOST = 500;

/** What was read, with the stamp that it held at; the last used at the end. */
const counted = () => once("counted", () => new Map<string, { stamp: number; value: Promise<unknown> }>());

/**
 * A count, or what a list begins with, read once for as long as nothing of it has changed: `stamp` tells. Exact at every
 * moment: the stamp is read before anything else, and changes in one transaction with what is read.
 */
export async function remembered<T>(
  stamp: () => Promise<number>,
  what: readonly unknown[],
  work: () => Promise<T>,
): Promise<T> {
  const name = JSON.stringify(what);
  const now = await stamp();
  const had = counted().get(name);
  counted().delete(name);
  const kept = had?.stamp === now ? had : { stamp: now, value: work() };
  counted().set(name, kept);
  if (counted().size > MOST) counted().delete(counted().keys().next().value ?? "");
  kept.value.catch(() => counted().delete(name));
  // The name says what is counted, so the value is what `work` makes.
  return kept.value as Promise<T>;
}
