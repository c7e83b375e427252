import { describe, expect, it } from "vitest";
import { ticksTo } from "./ticks";

describe("the lines of a chart", () => {
  it("are whole and round, and reach the highest value", () => {
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(ticksTo(1)).toEqual([0, 1]);
    expect(ticksTo(3)).toEqual([0, 1, 2, 3]);
    expect(ticksTo(7)).toEqual([0, 2, 4, 6, 8]);
    expect(ticksTo(40)).toEqual([0, 10, 20, 30, 40]);
    expect(ticksTo(41)).toEqual([0, 20, 40, 60]);
    expect(ticksTo(3_700_000_000_000)).toEqual([0, 1, 2, 3, 4].map((terabytes) => terabytes * 1e12));
  });
});
