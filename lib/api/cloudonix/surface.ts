import { z } from "zod";
import { bearerOf } from "../../auth/headers";
import { principalOfKey } from "../../auth/keys";
import type { Problem } from "../../core/problem";
import { readJson } from "../read";
import type { Surface } from "../surface";

/** cloudonix.md: the word of each status. */
const words: Record<number, string> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "payload_too_large",
  415: "unsupported_media_type",
  500: "internal_error",
};

const statuses = { "request.invalid": 400 } as const satisfies Surface["statuses"];

function messageOf({ facts, title }: Problem): string {
  if (!facts.issues) return facts.detail ?? title;
  return facts.issues
    .map(
      ({ path, rule, message }) =>
        // Only the customer itself is strict about fields, since most of its own are not to be changed.
        `${path.join(".") || "The body"} ${rule === "unknown" ? "is not editable" : message}`,
    )
    .join("; ");
}

export const cloudonix: Surface = {
  name: "cloudonix",
  title: "Cloudonix customer API",
  description: "A customer's own account: its profile, its settings and its concurrency limit.",
  prefixes: ["customers", "tenants"],
  levels: ["csp", "reseller", "customer"],
  security: { key: { type: "http", scheme: "bearer" } },
  correlationHeader: "x-request-id",
  identify: (request, origin) => principalOfKey(bearerOf(request), origin),
  read: readJson,
  statuses,
  fail: (problem) => {
    const status = (statuses as Surface["statuses"])?.[problem.code] ?? problem.status;
    return {
      status,
      body: { error: words[status] ?? "error", message: messageOf(problem) },
      ...(status === 401 ? { headers: { "www-authenticate": 'Bearer realm="customers"' } } : {}),
    };
  },
  failure: z.object({ error: z.string(), message: z.string() }),
  failureExample: { error: "not_found", message: "Customer not found" },
};
