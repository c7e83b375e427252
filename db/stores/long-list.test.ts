import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../lib/core/ids";
import type { ListOrder } from "../../lib/core/lists";
import { resellerPrincipal } from "../../lib/testing/world";
import { client } from "../client";
import { type ListPlace, read } from "../doors";
import { customerListings, customers } from "../schema";
import { addTerms, termsOf } from "./terms";

const scope = resellerPrincipal();
const EACH = 2100;
const status = (index: number) => (index % 3 === 0 ? "DISABLED" : "ACTIVE") as "DISABLED" | "ACTIVE";

/** As many at the beginning of the order by name as at its end, in no order of creation; more of each than are sorted. */
const made = ["xearly", "xlater"].flatMap((word, half) =>
  Array.from({ length: EACH }, (_, index) => {
    const createdAt = new Date(Date.UTC(2024, 0, 1) + ((index * 7919) % EACH) * 60_000);
    const name = `${half === 0 ? "aaa" : "zzz"} ${word} longlist ${String(index).padStart(4, "0")}`;
    return { id: newId(createdAt), name, createdAt, status: status(index), early: half === 0 };
  }),
);

beforeAll(() =>
  client().transaction(async (db) => {
    for (let from = 0; from < made.length; from += 300) {
      const path = { cspId: scope.cspId, resellerId: scope.resellerId ?? "" };
      const rows = await db
        .insert(customers)
        .values(
          made.slice(from, from + 300).map(({ id, name, createdAt, status }) => {
            return { ...path, id, name, foldedName: name, sortName: name, status, createdAt, modifiedAt: createdAt };
          }),
        )
        .returning();
      for (const row of rows)
        await addTerms(db, { ...path, customerId: row.id, name: row.sortName, deleted: false }, termsOf(row));
      await db.insert(customerListings).values(
        rows.map(({ id, name, status, createdAt }) => {
          const empty = { reseller: "", country: "", providers: "", servers: 0, agreement: 0, deleted: false };
          const never = { lastActivityAt: new Date(0), deletedAt: new Date(0) };
          return { ...path, ...empty, ...never, customerId: id, name, status, createdAt };
        }),
      );
    }
  }),
);

describe("a search that thousands match", () => {
  const orders: [ListOrder, boolean][] = [
    ["name", false],
    ["name", true],
    ["createdAt", false],
  ];
  const filters = [
    { q: "longlist", fits: () => true },
    { q: "xlat", fits: ({ early }: { early: boolean }) => !early },
    { q: "xear", fits: ({ early }: { early: boolean }) => early },
    { q: "longlist xear", fits: ({ early }: { early: boolean }) => early },
  ];
  const cases = filters.flatMap((filter) => orders.map(([by, descending]) => ({ ...filter, by, descending })));

  it.each(cases)(
    "shows each of them once, for $q by $by (falling: $descending)",
    async ({ q, fits, by, descending }) => {
      const keyOf = (one: (typeof made)[number]) => (by === "name" ? one.name : one.createdAt.toISOString()) + one.id;
      const expected = made
        .filter(fits)
        .sort((a, b) => (keyOf(a) < keyOf(b) !== descending ? -1 : 1))
        .map(({ id }) => id);
      const walk = async (back: boolean, start?: ListPlace) => {
        const seen: string[] = [];
        for (let place = start; ; ) {
          const rows = await read(scope, ({ customerList }) =>
            customerList.page({ q }, { by, descending }, { place, back, limit: 290 }),
          );
          seen.push(...rows.map(({ customer }) => customer.id));
          const last = rows.at(-1);
          if (!last || rows.length < 290) return { seen, last: last && { key: last.key, id: last.customer.id } };
          place = { key: last.key, id: last.customer.id };
        }
      };
      const { seen, last } = await walk(false);
      expect(seen).toEqual(expected);
      expect((await walk(true, last)).seen).toEqual(expected.slice(0, -1).reverse());
    },
  );

  it("is counted exactly, with other filters too", async () => {
    const lists = await read(scope, async ({ customerList }) => ({
      total: await customerList.count({ q: "longlist" }),
      late: await customerList.count({ q: "xlat longl" }),
      active: await customerList.count({ q: "longlist", statuses: ["ACTIVE"] }),
      statuses: (await customerList.tallyAll({ q: "xlat", statuses: ["ACTIVE"] })).statuses,
    }));
    const disabled = EACH / 3;
    expect(lists).toEqual({
      total: 2 * EACH,
      late: EACH,
      active: 2 * (EACH - disabled),
      statuses: new Map([
        ["ACTIVE", EACH - disabled],
        ["DISABLED", disabled],
      ]),
    });
  });
});
