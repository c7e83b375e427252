import { createHash } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client } from "@/db/client";
import { seedDemo } from "@/db/seed";
import { readMicrosoft } from "@/lib/core/microsoft";
import { demo } from "@/lib/testing/demo";
import * as schema from "../schema";

const credentials = demo();
const db = client().reader;
const showcase = credentials.customers.find((customer) => customer.showcase)!;

describe("the demo's credentials", () => {
  it("name keys that the database knows by their hash", async () => {
    for (const { key, keyId, permissions, level, customerId } of credentials.keys) {
      expect(key).toMatch(/^XI[0-9A-F]{32}$/);
      const [row] = await db.select().from(schema.apiKeys).where(eq(schema.apiKeys.id, keyId));
      const secretHash = createHash("sha256").update(key).digest("hex");
      expect(row).toMatchObject({ secretHash, hint: key.slice(-4), permissions, level, customerId, revokedAt: null });
    }
    expect(credentials.keys.find(({ name }) => name === "customer-a")?.customerId).toBe(showcase.id);
  });

  it("name users who can sign in", async () => {
    for (const { email, password, role, resellerId } of credentials.users) {
      const [row] = await db.select().from(schema.users).where(eq(schema.users.email, email));
      expect(row).toMatchObject({ role, resellerId, active: true });
      expect(await verify(row!.passwordHash, password)).toBe(true);
    }
  });

  it("list every customer of resellers A and B that is not deleted", async () => {
    const of = credentials.keys.filter(({ name }) => name === "reseller-a" || name === "reseller-b");
    const rows = await db
      .select({ id: schema.customers.id })
      .from(schema.customers)
      .where(
        and(
          inArray(
            schema.customers.resellerId,
            of.map(({ resellerId }) => resellerId!),
          ),
          isNull(schema.customers.deletedAt),
        ),
      );
    expect(credentials.customers.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});

describe("the showcase", () => {
  const { projects, projectShares, resources, storageSamples } = schema;

  it("runs and ran all nine kinds on two providers", async () => {
    const rows = await db
      .select({ providerId: projects.providerId, kind: resources.kind, endedAt: resources.endedAt })
      .from(resources)
      .innerJoin(projects, eq(projects.id, resources.projectId))
      .where(eq(resources.customerId, showcase.id));
    const sampled = await db
      .selectDistinct({ providerId: projects.providerId })
      .from(storageSamples)
      .innerJoin(projects, eq(projects.id, storageSamples.projectId))
      .where(eq(storageSamples.customerId, showcase.id));
    const complete = sampled.filter(({ providerId }) =>
      schema.resourceKinds.every((kind) => {
        const own = rows.filter((row) => row.providerId === providerId && row.kind === kind);
        return own.some(({ endedAt }) => endedAt) && own.some(({ endedAt }) => !endedAt);
      }),
    );
    expect(complete).toHaveLength(2);
  });

  it("gave a server and a volume another size within the last month", async () => {
    const rows = await db.select().from(resources).where(eq(resources.customerId, showcase.id));
    const month = Date.now() - 30 * 86_400_000;
    for (const kind of ["servers", "volumes"] as const) {
      const pairs = rows.filter((before) =>
        rows.some(
          (after) =>
            before.kind === kind &&
            after.kind === kind &&
            after.projectId === before.projectId &&
            after.name === before.name &&
            after.startedAt.getTime() === before.endedAt?.getTime() &&
            after.startedAt.getTime() > month,
        ),
      );
      expect(pairs.length).toBeGreaterThan(0);
    }
  });

  it("shares a project and works in one of another customer", async () => {
    const out = await db.select().from(projectShares).where(eq(projectShares.customerId, showcase.id));
    const guest = await db.select().from(projectShares).where(eq(projectShares.sharedWithId, showcase.id));
    expect([out.length > 0, guest.length > 0]).toEqual([true, true]);
  });

  it("has one of everything else", async () => {
    const { capacityEntries, domains, groupMembers, providerAccounts, settings } = schema;
    const of = async (table: typeof settings | typeof domains | typeof groupMembers) =>
      (await db.select({ n: count() }).from(table).where(eq(table.customerId, showcase.id)))[0]?.n;
    expect([await of(settings), await of(domains), await of(groupMembers)]).toEqual([1, 2, 2]);
    const entries = await db.select().from(capacityEntries).where(eq(capacityEntries.customerId, showcase.id));
    expect(new Set(entries.map(({ side }) => side))).toEqual(new Set(schema.capacitySides));
    const accounts = await db.select().from(providerAccounts).where(eq(providerAccounts.customerId, showcase.id));
    expect(accounts.map(({ agreementStatus }) => agreementStatus)).toContain("agreementcreated");
  });
});

describe("the demo's data", () => {
  it("has every state that a page can show", async () => {
    const { customers, jobs, providerAccounts } = schema;
    const accounts = await db.select().from(providerAccounts);
    const values = <T>(list: readonly T[]) => new Set(list);
    expect(values(accounts.map((row) => row.agreementStatus))).toEqual(values([null, ...schema.agreementStatuses]));
    expect(values(accounts.map((row) => row.state))).toEqual(values(schema.accountStates));
    expect(values(accounts.map((row) => row.marginRule).filter(Boolean)).size).toBe(4);
    const rows = await db.select().from(customers);
    expect(values(rows.map((row) => row.status))).toEqual(values(schema.customerStatuses));
    expect(rows.some((row) => row.deletedAt)).toBe(true);
    expect(values((await db.select().from(jobs)).map((row) => row.status))).toEqual(values(["DONE", "ERROR"]));
  });

  it("says of Microsoft's customers what its rules allow", async () => {
    const { providerAccounts, providers } = schema;
    const rows = await db
      .select({ data: providerAccounts.data })
      .from(providerAccounts)
      .innerJoin(providers, and(eq(providers.id, providerAccounts.providerId), eq(providers.kind, "microsoft")));
    expect(rows.length).toBeGreaterThan(0);
    for (const { data } of rows) expect(readMicrosoft(data)).toEqual({ data, faults: [] });
  });

  it("gives each reseller one account of its own", async () => {
    const admins = await db.select().from(schema.customers).where(eq(schema.customers.admin, true));
    const resellers = await db.select().from(schema.resellers);
    expect(admins.map(({ resellerId }) => resellerId).sort()).toEqual(resellers.map(({ id }) => id).sort());
    for (const { id, adminCustomerId } of credentials.resellers) {
      expect(admins.find((row) => row.id === adminCustomerId)?.resellerId).toBe(id);
    }
  });

  it("happened in an order that can be", async () => {
    const now = new Date();
    for (const row of await db.select().from(schema.customers)) {
      const path = [row.createdAt, row.validatedAt, row.firstActivatedAt, row.lastActivityAt, now].filter(
        (at) => at !== null,
      );
      expect(path).toEqual(path.toSorted((a, b) => a.getTime() - b.getTime()));
      expect(row.firstActivatedAt === null).toBe(row.status === "CONFIGURED");
    }
    for (const { startedAt, endedAt } of await db.select().from(schema.resources)) {
      expect(startedAt < (endedAt ?? now) && (endedAt ?? now) <= now).toBe(true);
    }
  });

  it("can be found", async () => {
    const found = await db.selectDistinct({ id: schema.searchTerms.customerId }).from(schema.searchTerms);
    const all = await db.select({ id: schema.customers.id }).from(schema.customers);
    expect(found.length).toBe(all.length);
  });

  it("is written once", async () => {
    expect(await seedDemo()).toBeUndefined();
  });
});
