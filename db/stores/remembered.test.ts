import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { forget } from "../../lib/core/process";
import type { Trace } from "../schema";
import type { Change, Stamps } from "./list-log";
import { remembering } from "./remembered";

const trace = (terms: string[]): Trace => ({
  ...{ deleted: false, resellerId: "a", attention: 0, name: "", status: "ACTIVE", reseller: "", country: "" },
  ...{ providers: "", servers: 0, agreement: 0, createdAt: 0, deletedAt: 0 },
  terms,
});
const change = (before: Trace | null, after: Trace | null): Change => ({ customerId: randomUUID(), before, after });

/** Lists of one reseller, whose customers are counted; how often tells `reads`. */
function counted() {
  forget("remembered");
  const log: (Change | undefined)[] = [];
  const its = { count: 0, reads: 0 };
  const happens = (by: number, known: Change | undefined) => {
    its.count += by;
    log.push(known);
  };
  const stamps = async (): Promise<Stamps> => new Map([["a", log.length]]);
  const between = async (then: Stamps, now: Stamps) => {
    const changes = log.slice(then.get("a"), now.get("a")).flatMap((one) => one ?? []);
    return changes.length === (now.get("a") ?? 0) - (then.get("a") ?? 0) ? changes : undefined;
  };
  const remember = remembering({ stamps, between }, []);
  const read = async (meanwhile = () => {}) => {
    its.reads++;
    const { count } = its;
    meanwhile();
    return count;
  };
  const follow = (count: number, changes: readonly Change[]) =>
    changes.reduce((sum, { before, after }) => sum + Number(after !== null) - Number(before !== null), count);
  const ask = (meanwhile?: () => void) => remember(["count"], () => read(meanwhile), follow);
  return { its, happens, ask };
}

it("reads once, and follows what is known to have changed", async () => {
  const { its, happens, ask } = counted();
  happens(1, change(null, trace(["a"])));
  expect(await ask()).toBe(1);
  happens(1, change(null, trace(["b"])));
  happens(-1, change(trace(["a"]), null));
  happens(1, change(null, trace(["c"])));
  expect(await ask()).toBe(2);
  expect(await Promise.all([ask(), ask()])).toEqual([2, 2]);
  expect(its.reads).toBe(1);
});

it("reads anew where it is not known what changed", async () => {
  const { its, happens, ask } = counted();
  expect(await ask()).toBe(0);
  happens(7, undefined);
  expect(await ask()).toBe(7);
  expect(its.reads).toBe(2);
});

it("never counts a change twice that came while it was reading", async () => {
  const { happens, ask } = counted();
  await ask(() => happens(1, change(null, trace(["a"]))));
  expect(await ask()).toBe(1);
});

it("tries again after a read that failed", async () => {
  forget("remembered");
  const remember = remembering({ stamps: async () => new Map(), between: async () => [] }, []);
  const fail = async () => {
    throw new Error("the database is gone");
  };
  await expect(remember(["one"], fail, () => undefined)).rejects.toThrow("gone");
  expect(
    await remember(
      ["one"],
      async () => 1,
      () => undefined,
    ),
  ).toBe(1);
});
