import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { client, closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { csps, customers, resellers, searchTerms, users } from "@/db/schema";
import { checkCredentials } from "@/lib/auth/basic";
import { forget } from "@/lib/core/process";
import { createDatabase, dropDatabase } from "@/lib/run/postgres";
import { announceSetup, isSetUp } from "./code";
import { setUp } from "./set-up";

const { server, folder } = inject("template");
const seeded = process.env.DATABASE_URL;
const name = `portal_empty_${crypto.randomUUID().replaceAll("-", "")}`;

beforeAll(async () => {
  process.env.DATABASE_URL = server ? await createDatabase(server, name) : `file:${folder}/${name}.db`;
  await migrate();
});

afterAll(async () => {
  await closeDatabase();
  if (server) await dropDatabase(server, name);
  else for (const ending of ["", "-wal", "-shm"]) rmSync(`${folder}/${name}.db${ending}`, { force: true });
  process.env.DATABASE_URL = seeded;
});

const printed: string[] = [];
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  return () => vi.restoreAllMocks();
});

const codes = () => printed.flatMap((text) => /with the code (\S+)/.exec(text)?.[1] ?? []);

const first = (code: string, domain = "Portal.Example.com") => ({
  code,
  domain,
  organisation: " Example Cloud ",
  name: "Ada",
  email: "Ada@Example.com",
  password: "long enough, this one",
});

it("prints a code once, which nobody else knows", async () => {
  expect(await isSetUp()).toBe(false);
  await announceSetup();
  await announceSetup();
  expect(codes()).toEqual([expect.stringMatching(/^([A-Z2-9]{5}-){2}[A-Z2-9]{5}$/)]);
  const [code = ""] = codes();
  await expect(setUp(first("AAAAA-AAAAA-AAAAA"), new Date())).rejects.toMatchObject({ status: 422 });
  await expect(setUp({ ...first(code), password: "short" }, new Date())).rejects.toMatchObject({ status: 422 });
  await expect(setUp(first(code, "not a domain"), new Date())).rejects.toMatchObject({ status: 422 });
  expect(await isSetUp()).toBe(false);
});

it("replaces the code after some wrong ones", async () => {
  const [old = ""] = codes();
  for (let n = 0; n < 10; n++) await expect(setUp(first(`wrong ${n}`), new Date())).rejects.toThrow();
  expect(codes()).toHaveLength(2);
  await expect(setUp(first(old), new Date())).rejects.toMatchObject({ status: 422 });
});

it("lets one of several win, with all that a CSP needs, and nobody after", async () => {
  const code = codes().at(-1)?.toLowerCase().replaceAll("-", " ") ?? "";
  const tries = ["a", "b", "c", "d"].map((label) => setUp(first(code, `${label}.example.com`), new Date()));
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "resource.missing" });
  }
  const db = client().reader;
  expect(await db.select().from(csps)).toMatchObject([{ name: "Example Cloud" }]);
  expect(await db.select().from(resellers)).toMatchObject([{ isHouse: true }]);
  expect(await db.select().from(users)).toMatchObject([
    { role: "csp_admin", resellerId: null, email: "ada@example.com" },
  ]);
  expect(await db.select().from(customers)).toMatchObject([{ name: "Example Cloud", admin: true, status: "ACTIVE" }]);
  expect((await db.select().from(searchTerms)).map(({ term }) => term)).toContain("example");
  expect((await checkCredentials("ada@example.com", "long enough, this one", ""))?.name).toBe("Ada");
  expect(await isSetUp()).toBe(true);
  await expect(setUp(first(code), new Date())).rejects.toMatchObject({ code: "resource.missing" });
});

it("stays silent at every later start", async () => {
  const before = codes().length;
  forget("set-up");
  forget("setup");
  await announceSetup();
  expect(codes()).toHaveLength(before);
});
