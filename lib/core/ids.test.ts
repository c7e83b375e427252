import { expect, it } from "vitest";
import { isUuid, newId } from "./ids";

it("makes ids that sort in the order in which they were made, also within a millisecond", () => {
  const now = new Date("2026-01-02T03:04:05.678Z");
  const ids = Array.from({ length: 1000 }, () => newId(now));
  expect(ids.toSorted()).toEqual(ids);
  expect(newId(new Date(now.getTime() + 1)) > (ids.at(-1) ?? "")).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every(isUuid)).toBe(true);
});
