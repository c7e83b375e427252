import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { operate } from "@/db/doors";
import { publicUrl } from "@/lib/core/env";
import { invalid } from "@/lib/core/problem";
import { forget, once } from "@/lib/core/process";

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const MOST_WRONG = 10;

interface Setup {
  code: string;
  announced: boolean;
  wrong: number;
}

const newCode = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(32)]).join("")).join("-");

const setup = (): Setup => once("setup", () => ({ code: newCode(), announced: false, wrong: 0 }));

const done = () => once("set-up", () => ({ is: false }));

/** Whether the portal has its first CSP. Once it has, that never changes again. */
export async function isSetUp(): Promise<boolean> {
  if (!done().is) done().is = !(await operate("setup", "portal.look", ({ isEmpty }) => isEmpty()));
  return done().is;
}

/** Says in the terminal where and with which one-time code an empty portal is set up; nothing where it is. */
export async function announceSetup(): Promise<void> {
  if ((await isSetUp()) || setup().announced) return;
  setup().announced = true;
  process.stdout.write(`\nThis portal is empty. Set it up at ${publicUrl()}/setup with the code ${setup().code}\n\n`);
}

/** One form, however it was typed, and of one length. */
const digest = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest();

/** 422 on a wrong code. After some of them the code is another one, printed like the first. */
export async function checkSetupCode(given: string): Promise<void> {
  if (timingSafeEqual(digest(given), digest(setup().code))) return;
  setup().wrong++;
  if (setup().wrong >= MOST_WRONG) {
    forget("setup");
    await announceSetup();
  }
  throw invalid(["code"], "is not the code that the server printed in its terminal");
}
