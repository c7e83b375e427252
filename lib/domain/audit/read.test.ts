import { expect, it } from "vitest";
import { client } from "@/db/client";
import { read } from "@/db/doors";
import { auditEntries } from "@/db/schema";
import { newId } from "@/lib/core/ids";
import { grant } from "@/lib/core/scope";
import { resellerPrincipal } from "@/lib/testing/world";
import { listAudit } from "./read";

const principal = resellerPrincipal();
const scope = grant(principal, "audit:read");

it("counts up to 10,000, and says that there are more", async () => {
  const [one] = await read(scope, ({ audit }) => audit.list({}, undefined, 1));
  const { customerName: _, customerDeletedAt: __, ...entry } = one!;
  const add = (action: string, many: number) =>
    client().transaction(async (db) => {
      const rows = Array.from({ length: many }, () => ({ ...entry, id: newId(new Date()), action }));
      for (let from = 0; from < many; from += 500) await db.insert(auditEntries).values(rows.slice(from, from + 500));
    });
  await add("test.many", 10_000);
  const find = () => listAudit(scope, { action: "test" }, { limit: 10 });
  expect(await find()).toMatchObject({ total: 10_000, items: { length: 10 } });
  await add("test.more", 1);
  expect((await find()).total).toBeNull();
  expect((await listAudit(scope, { action: "test.more" }, { limit: 10 })).total).toBe(1);
});
