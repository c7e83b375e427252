import { Problem } from "@/lib/core/problem";
import { once } from "@/lib/core/process";
import { clock, minutes } from "@/lib/core/time";

interface Attempts {
  failures: number;
  lastAt: number;
  /** Milliseconds since 1970 before which nothing is tried. */
  waitUntil: number;
  /** The attempt under way: many at once are tried one after the other, so that each failure counts for the next. */
  turn: Promise<unknown>;
}

const FREE = 8;
const LONGEST_WAIT = minutes(1);
const FORGOTTEN_AFTER = minutes(15);
const REMEMBERED = 10_000;

const remembered = () => once("attempts", () => new Map<string, Attempts>());

function attemptsOf(who: string): Attempts {
  const all = remembered();
  const known = all.get(who);
  if (known) return known;
  const oldest = all.size >= REMEMBERED ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  const fresh = { failures: 0, lastAt: 0, waitUntil: 0, turn: Promise.resolve() };
  all.set(who, fresh);
  return fresh;
}

/**
 * Runs `guess`, which answers undefined where it was wrong. After some failures of the same `who` the next guess has to
 * wait, twice as long each time: 429 until then. A right one starts anew.
 */
export function slowed<T>(who: string, guess: () => Promise<T | undefined>): Promise<T | undefined> {
  const attempts = attemptsOf(who);
  const turn = attempts.turn.then(async () => {
    const now = clock().getTime();
    if (now - attempts.lastAt > FORGOTTEN_AFTER) attempts.failures = 0;
    if (now < attempts.waitUntil) throw tooMany(attempts.waitUntil - now);
    const answer = await guess();
    if (answer !== undefined) {
      remembered().delete(who);
    } else {
      attempts.failures++;
      attempts.lastAt = clock().getTime();
      const wait = attempts.failures < FREE ? 0 : Math.min(1000 * 2 ** (attempts.failures - FREE), LONGEST_WAIT);
      attempts.waitUntil = attempts.lastAt + wait;
    }
    return answer;
  });
  attempts.turn = turn.catch(() => undefined);
  return turn;
}

const tooMany = (wait: number): Problem =>
  new Problem("request.too_many", {
    detail: `Too many failed attempts: wait ${Math.ceil(wait / 1000)} seconds, then try again`,
  });
