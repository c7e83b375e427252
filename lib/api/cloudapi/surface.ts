import { z } from "zod";
import { principalOfBasic } from "../../auth/basic";
import type { Problem } from "../../core/problem";
import { type Incoming, pathOf } from "../http";
import type { Surface } from "../surface";
import { readArguments } from "./arguments";
import { BASE } from "./method.contract";

const failure = (code: number, message: string, exception = message) => ({ error: true, code, message, exception });

const isService = (request: Pick<Incoming, "url"> | undefined): boolean =>
  !request || `${pathOf(request.url)}/`.replace(/\/{2,}/g, "/").startsWith(`${BASE}/`);

/** cloudapi.md: "Errors". */
function bodyOf(problem: Problem, request: Pick<Incoming, "url"> | undefined) {
  const { detail, issues } = problem.facts;
  if (problem.code === "route.missing") {
    return isService(request) ? failure(8001, "Method not found") : failure(8000, "Service not found");
  }
  if (problem.status === 401) return failure(9000, "Authentication failed");
  if (problem.status === 403) return failure(9001, "Authorization failed");
  if (problem.status === 429) return failure(9000, "Authentication failed", detail ?? problem.title);
  const said = issues?.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ");
  return failure(8002, problem.title, said || detail || problem.title);
}

export const cloudapi: Surface = {
  name: "cloudapi",
  title: "REST Cloud API",
  description:
    "Customers of a cloud API reseller: each method by GET or POST, each change a job. An empty text is a parameter that is not given, and so is null in a JSON body; in a query or a form, null is a text.",
  prefixes: ["appserver"],
  levels: ["csp", "reseller"],
  security: { basic: { type: "http", scheme: "basic", description: "A portal user's e-mail address and password" } },
  correlationHeader: "x-request-id",
  identify: principalOfBasic,
  read: readArguments,
  fail: (problem, _, request) => ({
    status: problem.code === "request.invalid" ? 400 : problem.status,
    body: bodyOf(problem, request),
    ...(problem.status === 401 ? { headers: { "www-authenticate": 'Basic realm="cloudapi", charset="UTF-8"' } } : {}),
  }),
  problems: ["request.too_many"],
  statuses: { "request.invalid": 400 },
  failure: z.object({ error: z.literal(true), code: z.int(), message: z.string(), exception: z.string() }),
  failureExample: failure(8002, "Not found", "Customer not found"),
};
