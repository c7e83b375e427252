import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
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

it("slows guesses down, but neither repeated calls nor a known pair", async () => {
  const { email, id, password } = await newUser();
  const ip = "198.51.100.7";
  const many = await Promise.all(Array.from({ length: 30 }, () => ask(email, password, ip)));
  expect(new Set(many.map(({ actor }) => actor.id))).toEqual(new Set([id]));
  for (let n = 0; n < 12; n++) await expect(ask(email, "the same wrong one", ip)).rejects.toMatchObject(refused);
  const guesses = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => ask(email, `guess ${n}`, ip)));
  const codes = guesses.map((guess) => guess.status === "rejected" && guess.reason.code);
  expect(codes.sort()).toEqual([...Array(7).fill("auth.required"), ...Array(3).fill("request.too_many")]);
  expect((await ask(email, password, ip)).actor.id).toBe(id);
  await expect(checkCredentials(email, password, ip)).rejects.toMatchObject({ code: "request.too_many" });
  expect((await checkCredentials(email, password, "198.51.100.8"))?.id).toBe(id);
});
