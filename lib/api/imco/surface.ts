import { z } from "zod";
import { basicOf, bearerOf } from "../../auth/headers";
import { principalOfKey } from "../../auth/keys";
import type { Issue, Problem } from "../../core/problem";
import { readJson } from "../read";
import type { Surface } from "../surface";

/** The words that clients of this API assert: Rails' own. */
const words: Record<Issue["rule"], string> = {
  missing: "can't be blank",
  type: "is invalid",
  too_long: "is too long",
  too_short: "is too short",
  format: "is invalid",
  range: "is out of range",
  unknown: "is unknown",
  taken: "has already been taken",
  invalid: "is invalid",
};

/** imco.md: an object of arrays of strings for invalid fields, one string for everything else. */
function bodyOf(problem: Problem): unknown {
  if (!problem.facts.issues) return { error: problem.facts.detail ?? problem.title };
  const errors: Record<string, string[]> = {};
  for (const { path, rule, message } of problem.facts.issues) {
    const field = String(path[0] ?? "base");
    const said = rule === "range" || rule === "invalid" ? message : words[rule];
    errors[field] = [...new Set([...(errors[field] ?? []), said])];
  }
  return { errors };
}

export const imco: Surface = {
  name: "imco",
  title: "IMCO API",
  description: "Customers of an IMCO reseller.",
  prefixes: ["v3"],
  levels: ["csp", "reseller"],
  security: { key: { type: "http", scheme: "bearer" }, basic: { type: "http", scheme: "basic" } },
  correlationHeader: "x-request-id",
  identify: (request, origin) => principalOfKey(bearerOf(request) ?? basicOf(request)?.user, origin),
  read: readJson,
  fail: (problem) => ({
    status: problem.status,
    body: bodyOf(problem),
    ...(problem.status === 401 ? { headers: { "www-authenticate": 'Bearer realm="v3", Basic realm="v3"' } } : {}),
  }),
  failure: z.union([z.object({ errors: z.record(z.string(), z.array(z.string())) }), z.object({ error: z.string() })]),
  failureExample: { error: "Customer not found" },
};
