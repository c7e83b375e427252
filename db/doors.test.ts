import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "../lib/core/ids";
import { resellerPrincipal } from "../lib/testing/world";
import { client } from "./client";
import { read, write } from "./doors";
import { auditEntries, customers } from "./schema";

const scope = resellerPrincipal();
const resellerId = scope.resellerId ?? "";
const customer = (name: string) => ({ id: newId(new Date()), name, resellerId, createdAt: new Date() });
const entriesOf = (id: string) =>
  client().reader.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id);

describe("write", () => {
  it("keeps an audit entry with what changed, in the same transaction", async () => {
    const made = customer("Audited");
    await write(scope, "customer.create", ({ customers }) => customers.add(made));
    await write(scope, "customer.update", ({ customers }) =>
      customers.change(made.id, { city: "Lisbon", modifiedAt: new Date() }),
    );
    const [first, second] = await entriesOf(made.id);
    expect(first).toMatchObject({ action: "customer.create", before: null, actorId: "test", customerId: made.id });
    expect(first?.after).toMatchObject({ name: "Audited" });
    expect(second).toMatchObject({ action: "customer.update", before: { city: "" }, after: { city: "Lisbon" } });
  });

  it("leaves nothing of work that fails", async () => {
    const made = customer("Half");
    const work = write(scope, "customer.create", async ({ customers }) => {
      await customers.add(made);
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await read(scope, ({ customers }) => customers.byId(made.id))).toBeUndefined();
    expect(await entriesOf(made.id)).toEqual([]);
  });

  it("shows nobody what is not committed", async () => {
    const made = customer("Unseen");
    await write(scope, "customer.create", async (stores) => {
      await stores.customers.add(made);
      expect(await read(scope, ({ customers }) => customers.byId(made.id))).toBeUndefined();
    });
    expect(await read(scope, ({ customers }) => customers.byId(made.id))).toMatchObject({ name: "Unseen" });
  });

  it("takes any number of writers at once and loses none", async () => {
    const many = Array.from({ length: 50 }, (_, index) => customer(`Parallel ${index}`));
    await Promise.all(many.map((each) => write(scope, "customer.create", ({ customers }) => customers.add(each))));
    const rows = await client().reader.select().from(customers).where(eq(customers.resellerId, resellerId));
    const ids = new Set(rows.map(({ id }) => id));
    expect(many.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it("refuses to be started inside another one, which would wait for itself", async () => {
    const work = write(scope, "outer", () => write(scope, "inner", async () => undefined));
    await expect(work).rejects.toThrow("inner was started inside outer");
  });

  it("cannot touch a row of another tenant", async () => {
    const elsewhere = { ...scope, resellerId: newId(new Date()) };
    const made = customer("Mine");
    await write(scope, "customer.create", ({ customers }) => customers.add(made));
    const changed = await write(elsewhere, "customer.update", ({ customers }) =>
      customers.change(made.id, { name: "Theirs", modifiedAt: new Date() }),
    );
    expect(changed).toBeUndefined();
    expect(await read(scope, ({ customers }) => customers.byId(made.id))).toMatchObject({ name: "Mine", version: 1 });
  });
});
