import { createHmac, randomBytes } from "node:crypto";
import { type UserRow, userByEmail } from "@/db/credentials";
import { once } from "@/lib/core/process";
import type { Principal } from "@/lib/core/scope";
import { fold, isPlain, tidy } from "@/lib/core/text";
import { clock, minutes } from "@/lib/core/time";
import { slowed } from "@/lib/domain/users/attempts";
import { isPassword } from "@/lib/domain/users/password";
import { basicOf, type Headed } from "./headers";
import { type Origin, unauthenticated } from "./keys";
import { principalOfUser } from "./session";

/** Text that no database can hold is nobody's address. */
const findUser = async (address: string): Promise<UserRow | undefined> =>
  isPlain(address) ? userByEmail(address) : undefined;

const addressOf = (email: string): string => fold(tidy(email)).slice(0, 320);

interface Pair {
  address: string;
  user: UserRow | undefined;
  password: string;
}

async function isRight({ address, user, password }: Pair, ip: string, guesser: "person" | "program"): Promise<boolean> {
  const guess = async () => ((await isPassword(password, user?.passwordHash)) && user?.active) || undefined;
  return (await slowed(`${address} ${ip}`, guess, guesser)) ?? false;
}

/**
 * Of a person who signs in: the active user of that e-mail address and password. It takes as long and says as little for
 * an unknown address as for a wrong password. 429 after some failures from there.
 */
export async function checkCredentials(email: string, password: string, ip: string): Promise<UserRow | undefined> {
  const address = addressOf(email);
  const user = await findUser(address);
  return (await isRight({ address, user, password }, ip, "person")) ? user : undefined;
}

interface Remembered {
  right: Promise<boolean>;
  until: number;
}

const REMEMBERED_FOR = minutes(1);
const MOST = 10_000;

/** A pair is kept as a keyed hash with a key that never leaves this process. */
const memory = () => once("basic", () => ({ key: randomBytes(32), pairs: new Map<string, Remembered>() }));

/**
 * Basic sends the password with every request, and checking one is slow on purpose: what came out is remembered for a
 * minute, wrong pairs too. The hash covers the user's row, so a new password or a deactivation is a pair never seen.
 */
function isRightAgain(given: Pair, ip: string): Promise<boolean> {
  const { address, user, password } = given;
  const { key, pairs } = memory();
  const facts = [address, password, user?.id, user?.passwordHash, user?.active];
  const pair = createHmac("sha256", key).update(JSON.stringify(facts)).digest("base64");
  const now = clock().getTime();
  const known = pairs.get(pair);
  if (known && now < known.until) return known.right;
  const right = isRight(given, ip, "program");
  pairs.delete(pair);
  const oldest = pairs.size >= MOST ? pairs.keys().next().value : undefined;
  if (oldest !== undefined) pairs.delete(oldest);
  pairs.set(pair, { right, until: now + REMEMBERED_FOR });
  right.catch(() => pairs.delete(pair));
  return right;
}

/** As `checkCredentials`, of a program, which sends the pair with every call. 429 after very many failures only. */
export async function userOfPair(email: string, password: string, ip: string): Promise<UserRow | undefined> {
  const address = addressOf(email);
  const user = await findUser(address);
  return (await isRightAgain({ address, user, password }, ip)) ? user : undefined;
}

/** Who bears `Authorization: Basic` with a portal user's e-mail address and password; 401 for anybody else. */
export async function principalOfBasic(request: Headed, origin: Origin): Promise<Principal> {
  const given = basicOf(request);
  const user = given && (await userOfPair(given.user, given.password, origin.ip));
  if (!user) throw unauthenticated();
  return principalOfUser(user, origin);
}
