import { existsSync, readFileSync } from "node:fs";

export interface Counts {
  passed: number;
  failed: number;
}

/** Vitest's JSON report. A file that did not load holds no failed test, so it counts as one. */
export function vitestCounts(report: string): Counts {
  const { numPassedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const failedIn = (file: (typeof testResults)[number]) =>
    file.assertionResults.filter(({ status }) => status === "failed").length || (file.status === "failed" ? 1 : 0);
  return { passed: numPassedTests, failed: testResults.reduce((sum, file) => sum + failedIn(file), 0) };
}

/** Playwright's JSON report; `errors` are those outside any test, such as a file that did not load. */
export function playwrightCounts(report: string): Counts {
  const { stats, errors } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** What the report says, or nothing where the runner left none. */
export const countsOf = (file: string, read: (report: string) => Counts): Counts =>
  existsSync(file) ? read(readFileSync(file, "utf8")) : { passed: 0, failed: 0 };

export const formatCounts = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;
