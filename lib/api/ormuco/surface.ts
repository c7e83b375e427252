import { z } from "zod";
import { principalOfKey } from "../../auth/keys";
import type { Problem } from "../../core/problem";
import { readJson } from "../read";
import type { Surface } from "../surface";

/** ormuco.md: the word of each status. */
const words: Record<number, string> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  500: "internal_error",
};

const statuses = { "request.invalid": 400 } as const satisfies Surface["statuses"];

/** What the vendor calls it. */
const nouns: Record<string, string> = { Customer: "Client" };

function messageOf({ facts, title }: Problem): string {
  if (facts.issues) return facts.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
  if (facts.noun) return `${nouns[facts.noun] ?? facts.noun} not found`;
  return facts.detail ?? title;
}

export const ormuco: Surface = {
  name: "ormuco",
  title: "Ormuco account API v1",
  description:
    "Clients of a reseller with their providers, projects and resources. Every path answers with a slash at its end, too.",
  prefixes: ["reseller"],
  levels: ["csp", "reseller"],
  security: { key: { type: "apiKey", in: "header", name: "X-Reseller-Api-Key" } },
  correlationHeader: "x-request-id",
  identify: (request, origin) => principalOfKey(request.header("x-reseller-api-key"), origin),
  read: readJson,
  statuses,
  fail: (problem) => {
    const status = (statuses as Surface["statuses"])?.[problem.code] ?? problem.status;
    return {
      status,
      body: { error: words[status] ?? "error", message: messageOf(problem) },
      // HTTP wants a challenge with each 401, and some clients fail on one without; no scheme has the vendor's name.
      ...(status === 401 ? { headers: { "www-authenticate": 'X-Reseller-Api-Key realm="reseller"' } } : {}),
    };
  },
  failure: z.object({ error: z.string(), message: z.string() }),
  failureExample: { error: "not_found", message: "Client not found" },
};
