import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { client } from "@/db/client";
import { attempts } from "@/db/schema";
import { inviteUser } from "@/lib/domain/users/invite";
import { resetPassword } from "@/lib/domain/users/passwords";
import { updateUser } from "@/lib/domain/users/update";
import { scopeOf } from "@/lib/testing/principals";
import { checkCredentials, principalOfBasic } from "./basic";

const refused = { code: "auth.required" };

const ask = (email: string, password: string, ip = "192.0.2.1") => {
  const authorization = `Basic ${Buffer.from(`${email}:${password}`).toString("base64")}`;
  const header = (name: string) => (name === "authorization" ? authorization : undefined);
  return principalOfBasic({ header }, { surface: "cloudapi", correlationId: "c", ip });
};

async function newUser() {
  const email = `${randomUUID()}@aurora.example`;
  const scope = await scopeOf("reseller_admin", "users:write");
  const invited = await inviteUser(scope, { email, name: "Bo", role: "reseller_admin" }, new Date());
  return { scope, email, id: invited.user.id, password: invited.password ?? "" };
}

it("knows a user by address and password, in any case of the address", async () => {
  const { email, id, password } = await newUser();
  expect(await ask(email.toUpperCase(), password)).toMatchObject({ level: "reseller", actor: { id } });
  await expect(ask(email, password.toUpperCase())).rejects.toMatchObject(refused);
  await expect(ask("", "")).rejects.toMatchObject(refused);
  await expect(ask("\u0000", password)).rejects.toMatchObject(refused);
});

it("forgets a verified pair when the password changes", async () => {
  const { scope, email, id, password } = await newUser();
  await ask(email, password);
  const chosen = "a new one, chosen";
  await expect(ask(email, chosen)).rejects.toMatchObject(refused);
  await resetPassword(scope, id, { password: chosen }, new Date());
  await expect(ask(email, password)).rejects.toMatchObject(refused);
  expect((await ask(email, chosen)).actor.id).toBe(id);
});

it("forgets a verified pair when the user is deactivated", async () => {
  const { scope, email, id, password } = await newUser();
  await ask(email, password);
  await updateUser(scope, id, { active: false }, new Date());
  await expect(ask(email, password)).rejects.toMatchObject(refused);
  await updateUser(scope, id, { active: true }, new Date());
  expect((await ask(email, password)).actor.id).toBe(id);
});

/** As if each address had failed so often, the last time just now. */
const failedSo = (failures: number) =>
  client().transaction(async (db) => {
    await db.update(attempts).set({ failures });
  });

it("bears with a program's many wrong guesses, but not with any number of them", async () => {
  const { email, password } = await newUser();
  const ip = "198.51.100.6";
  const guess = (n: number) => ask(email, `guess ${n}`, ip);
  for (let n = 0; n < 20; n++) await expect(guess(n)).rejects.toMatchObject(refused);
  await failedSo(100);
  await expect(guess(20)).rejects.toMatchObject(refused);
  await failedSo(120);
  for (const given of ["guess 21", password]) {
    const asked = ask(email, given, ip);
    await expect(asked).rejects.toMatchObject({ code: "request.too_many", facts: { retryAfter: expect.any(Number) } });
  }
  expect((await ask(email, password, "198.51.100.5")).level).toBe("reseller");
});

it("slows down neither repeated calls, nor a known pair, nor its owner at the sign-in page", async () => {
  const { email, id, password } = await newUser();
  const ip = "198.51.100.7";
  const many = await Promise.all(Array.from({ length: 30 }, () => ask(email, password, ip)));
  expect(new Set(many.map(({ actor }) => actor.id))).toEqual(new Set([id]));
  for (let n = 0; n < 12; n++) await expect(ask(email, "the same wrong one", ip)).rejects.toMatchObject(refused);
  await failedSo(120);
  await expect(ask(email, "another wrong one", ip)).rejects.toMatchObject({ code: "request.too_many" });
  expect((await ask(email, password, ip)).actor.id).toBe(id);
  expect((await checkCredentials(email, password, ip))?.id).toBe(id);
});
