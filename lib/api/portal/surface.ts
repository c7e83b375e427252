import { bearerOf, checkSameOrigin } from "../../auth/headers";
import { principalOfKey } from "../../auth/keys";
import { principalOfSession } from "../../auth/session";
import { FOR_RESELLER } from "../../core/address";
import { offerTypes } from "../../core/money";
import type { Issue, Problem } from "../../core/problem";
import { pathOf } from "../http";
import { readJson } from "../read";
import type { Surface } from "../surface";
import { snakeCase } from "./names";
import { ProblemDocument } from "./problem.contract";

const isOfferType = (step: string): boolean => (offerTypes as readonly string[]).includes(step);

/** RFC 6901, in the names of this surface: rules of the domain speak of `taxId`. What is inside `data` is a provider's. */
export function pointerTo({ path, asSent }: Pick<Issue, "path" | "asSent">): string {
  const data = path.indexOf("data");
  return path
    .map((step, i) =>
      asSent || typeof step === "number" || isOfferType(step) || (data >= 0 && i > data) ? step : snakeCase(step),
    )
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

const sentenceOf = ({ facts, title }: Problem): string => {
  if (facts.detail) return facts.detail;
  const told = facts.issues
    ?.slice(0, 3)
    .map((issue) => `${pointerTo(issue).slice(1) || "The request"} ${issue.message}`);
  return told ? `${told.join("; ")}.` : title;
};

export const portal: Surface = {
  name: "portal",
  title: "Reseller Portal API",
  description: "Everything that the portal's pages do, for programs too.",
  prefixes: ["api/v1"],
  levels: ["csp", "reseller"],
  security: {
    key: { type: "http", scheme: "bearer" },
    session: { type: "apiKey", in: "cookie", name: "portal-session" },
  },
  headers: {
    "X-Portal-Reseller": {
      optional: true,
      description:
        "With a session of a CSP's user: the reseller to act for alone, by its id; without it for all of them",
      example: "{reseller}",
    },
  },
  correlationHeader: "x-request-id",
  identify: async (request, origin) => {
    if (request.header("authorization") !== undefined) return principalOfKey(bearerOf(request), origin);
    const principal = await principalOfSession(request.header("cookie"), origin, request.header(FOR_RESELLER));
    checkSameOrigin(request);
    return principal;
  },
  read: readJson,
  fail: (problem, origin, request) => ({
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      ...(problem.status === 401 ? { "www-authenticate": 'Bearer realm="api/v1"' } : {}),
    },
    body: {
      type: `urn:reseller-portal:problem:${problem.code}`,
      title: problem.title,
      status: problem.status,
      detail: sentenceOf(problem),
      instance: request ? pathOf(request.url) : undefined,
      code: problem.code,
      requestId: origin.correlationId,
      errors: problem.facts.issues?.map((issue) => ({
        pointer: pointerTo(issue),
        detail: issue.message,
        rule: issue.rule,
      })),
    },
  }),
  failure: ProblemDocument,
  failureExample: {
    type: "urn:reseller-portal:problem:request.invalid",
    title: "Invalid request",
    status: 422,
    detail: "email must be an e-mail address, such as name@example.com.",
    instance: "/api/v1/customers",
    code: "request.invalid",
    requestId: "8d9b2c1e-6a0f-4d5e-9a51-0f6f3f3a2b10",
    errors: [{ pointer: "/email", detail: "must be an e-mail address, such as name@example.com", rule: "format" }],
  },
};
