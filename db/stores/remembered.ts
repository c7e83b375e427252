import { once } from "../../lib/core/process";
import type { Change, ListLog, Stamps } from "./list-log";

/** A value that was read once, and how it follows what has changed since; undefined where it must be read anew. */
export type Remember = <T>(
  what: readonly unknown[],
  work: () => Promise<T>,
  follow: (value: T, changes: readonly Change[]) => T | undefined,
) => Promise<T>;

interface Known {
  /** When the value held; undefined where something changed while it was read. */
  readonly stamps: Stamps | undefined;
  readonly value: unknown;
}

const MOST = 1000;

/** The last used at the end. */
const known = () => once("remembered", () => new Map<string, Promise<Known>>());

const isSame = (a: Stamps, b: Stamps): boolean =>
  a.size === b.size && [...b].every(([resellerId, n]) => a.get(resellerId) === n);

/**
 * Counts, and what lists begin with, read once and brought up to now by what was changed in between. Exact at every moment:
 * what is remembered is known to have held at certain stamps, which change in one transaction with what is read.
 */
export const remembering =
  ({ stamps, between }: ListLog, owner: readonly unknown[]): Remember =>
  async (what, work, follow) => {
    async function current(had: Promise<Known> | undefined): Promise<Known> {
      const last = await had?.catch(() => undefined);
      const now = await stamps();
      if (last?.stamps) {
        if (isSame(last.stamps, now)) return last;
        const changes = await between(last.stamps, now);
        // The name says what is remembered, so the value is what `work` made.
        const value = changes && follow(last.value as Awaited<ReturnType<typeof work>>, changes);
        if (value !== undefined) return { stamps: now, value };
      }
      const value = await work();
      return { stamps: isSame(now, await stamps()) ? now : undefined, value };
    }

    const name = JSON.stringify([...owner, ...what]);
    const next = current(known().get(name));
    known().delete(name);
    known().set(name, next);
    if (known().size > MOST) known().delete(known().keys().next().value ?? "");
    next.catch(() => undefined);
    return (await next).value as Awaited<ReturnType<typeof work>>;
  };
