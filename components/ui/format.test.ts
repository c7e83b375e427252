import { describe, expect, it } from "vitest";
import { formatBytes, formatInstant, formatNumber, formatPercent, formatRelative } from "./format";

const now = new Date("2026-03-04T12:00:00Z");
const ago = (seconds: number) => formatRelative(new Date(now.getTime() - seconds * 1000), now);

describe("formatRelative", () => {
  it.each([
    [0, "just now"],
    [59, "just now"],
    [60, "1 minute ago"],
    [3_599, "59 minutes ago"],
    [7_200, "2 hours ago"],
    [86_400, "yesterday"],
    [29 * 86_400, "29 days ago"],
    [60 * 86_400, "2 months ago"],
    [400 * 86_400, "13 months ago"],
    [729 * 86_400, "23 months ago"],
    [800 * 86_400, "2 years ago"],
    [-3 * 86_400, "in 3 days"],
    [-86_398, "tomorrow"],
    [-3598, "in 1 hour"],
    [-7 * 86_400 + 600, "in 7 days"],
    [-30 * 86_400 + 5, "next month"],
    [-365 * 86_400, "in 12 months"],
  ])("reads %i seconds ago as %s", (seconds, text) => {
    expect(ago(seconds)).toBe(text);
  });
});

describe("formatBytes", () => {
  it("names the unit of the base that it counts in", () => {
    expect(formatBytes(1_610_612_736, "binary")).toBe("1.5 GiB");
    expect(formatBytes(1_500_000_000, "decimal")).toBe("1.5 GB");
    expect(formatBytes(512, "binary")).toBe("512 B");
  });

  it("steps up where rounding reaches the next unit", () => {
    expect(formatBytes(999_960, "decimal")).toBe("1 MB");
    expect(formatBytes(1024 ** 2 - 1, "binary")).toBe("1 MiB");
  });

  it("keeps zero, a negative difference and more than the last unit readable", () => {
    expect(formatBytes(0, "binary")).toBe("0 B");
    expect(formatBytes(-2048, "binary")).toBe("-2 KiB");
    expect(formatBytes(5_000e15, "decimal")).toBe("5,000 PB");
  });
});

it("formats numbers, parts and instants the same on every machine", () => {
  expect(formatNumber(1234567.891)).toBe("1,234,567.89");
  expect(formatPercent(0.4256)).toBe("42.6%");
  expect(formatInstant(new Date("2026-03-04T13:33:05.900+01:00"))).toBe("2026-03-04 12:33:05 UTC");
});
