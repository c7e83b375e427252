import { readdirSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { isCurrent } from "@/db/migrate";
import { demo } from "./demo";

it("gives each test file a migrated and seeded database of its own", async () => {
  const { server, folder } = inject("template");
  expect(process.env.DATABASE_URL).toMatch(server ? /^postgres:.*\/portal_[0-9a-f]{32}$/ : `file:${folder}/portal_`);
  expect(await isCurrent()).toBe(true);
  expect(demo().customers.length).toBeGreaterThan(0);
  expect(readdirSync(folder)).toContain("demo-credentials.json");
});
