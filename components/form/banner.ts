import { ApiProblem } from "@/lib/api/send";

/** What stands above a form that has its faults at their fields: not what they say again. */
export function bannerOf(error: Error | null): string | undefined {
  const count = error instanceof ApiProblem ? (error.problem.errors ?? []).length : 0;
  return count > 0 ? `Check ${count === 1 ? "1 field" : `${count} fields`}.` : error?.message;
}
