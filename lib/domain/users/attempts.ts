import { createHash } from "node:crypto";
import { operate } from "@/db/doors";
import { Problem } from "@/lib/core/problem";
import { once } from "@/lib/core/process";
import { clock, later, minutes } from "@/lib/core/time";

/** So many failures cost no waiting: a program sends what it was given again and again before anybody looks. */
const FREE = { person: 7, program: 100 };
const LONGEST_WAIT = minutes(1);
const FORGOTTEN_AFTER = minutes(15);

type Guesser = keyof typeof FREE;

/** How long the next guess waits after so many failures, in milliseconds. */
const waitAfter = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(1000 * 2 ** (failures - free - 1), LONGEST_WAIT);

/** The guesses under way: many at once are tried one after the other, so that each failure counts for the next. */
const turns = () => once("turns", () => new Map<string, Promise<unknown>>());

/**
 * Runs `guess`, which answers undefined where it was wrong. After some failures of the same `who` the next guess has to
 * wait, twice as long each time: 429 until then. A right one starts anew. All app servers count together; a right guess
 * without failures before writes nothing. People and programs are counted apart.
 */
export function slowed<T>(
  who: string,
  guess: () => Promise<T | undefined>,
  guesser: Guesser = "person",
): Promise<T | undefined> {
  // Whatever was typed for an address: somebody's password, or what no database can hold.
  const name = createHash("sha256").update(`${guesser} ${who}`).digest("base64url");
  const turn = (turns().get(name) ?? Promise.resolve()).then(() => tried(name, guess, FREE[guesser]));
  const ended: Promise<unknown> = turn
    .catch(() => undefined)
    .then(() => turns().get(name) === ended && turns().delete(name));
  turns().set(name, ended);
  return turn;
}

async function tried<T>(name: string, guess: () => Promise<T | undefined>, free: number): Promise<T | undefined> {
  const known = await operate("sign-in", "attempts.look", ({ attemptsOf }) => attemptsOf(name));
  const now = clock();
  if (known && known.lastAt > later(now, -FORGOTTEN_AFTER)) {
    const wait = known.lastAt.getTime() + waitAfter(known.failures, free) - now.getTime();
    if (wait > 0) throw tooMany(wait);
  }
  const answer = await guess();
  const at = clock();
  if (answer === undefined) {
    const forgotten = later(at, -FORGOTTEN_AFTER);
    await operate("sign-in", "attempts.fail", ({ countFailure }) => countFailure(name, at, forgotten));
  } else if (known) {
    await operate("sign-in", "attempts.forget", ({ forgetFailures }) => forgetFailures(name));
  }
  return answer;
}

const tooMany = (wait: number): Problem => {
  const seconds = Math.ceil(wait / 1000);
  const detail = `Too many failed attempts: wait ${seconds} seconds, then try again`;
  return new Problem("request.too_many", { detail, retryAfter: seconds });
};
