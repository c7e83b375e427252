import { expect, it } from "vitest";
import { countsOf, formatCounts, playwrightCounts, vitestCounts } from "./counts";

it("counts a test file that did not load as a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }, { status: "failed" }] },
    { status: "failed", assertionResults: [] },
    { status: "passed", assertionResults: [{ status: "passed" }, { status: "skipped" }] },
  ];
  expect(vitestCounts(JSON.stringify({ numPassedTests: 2, testResults }))).toEqual({ passed: 2, failed: 3 });
});

it("counts a journey that passed only at the second try, and an error outside any, as failures", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 4 }, errors: [{ message: "no such file" }] };
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 });
});

it("takes a missing report for no tests, and ends in one plain line", () => {
  expect(formatCounts(countsOf("no/such/report.json", vitestCounts))).toBe("0 passed, 0 failed");
});
