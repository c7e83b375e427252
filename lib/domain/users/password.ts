import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { invalid } from "@/lib/core/problem";
import { once } from "@/lib/core/process";
import { lengthOf, nfc } from "@/lib/core/text";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

// argon2id is the library's default algorithm; its enum cannot be named under isolatedModules.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters, however a keyboard composes them. */
const composed = (password: string): string => nfc(password);

/** argon2id, off the event loop; slow on purpose, so never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), cost);

/** Nobody's: what an unknown user's password is compared with, so that the answer takes as long. */
const nobodysHash = (): Promise<string> => once("nobodys-hash", () => hashPassword("nobody signs in with this"));

/** Whether `password` is the one of that hash. Takes as long without a hash, and is false then. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodysHash()), composed(password));
  return right && passwordHash !== undefined;
}

/** 422 on a password that is too easily guessed, or too long to be one. */
export function checkNewPassword(password: string, path = "password"): void {
  const length = lengthOf(composed(password));
  if (length < PASSWORD_MIN) throw invalid([path], `must be at least ${PASSWORD_MIN} characters`, "too_short");
  if (length > PASSWORD_MAX) throw invalid([path], `must be at most ${PASSWORD_MAX} characters`, "too_long");
}

/** Without letters and digits that are taken for one another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** To be read out and typed once: four groups of five characters, 99 bits. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join(
    "-",
  );
