import { z } from "zod";
import { bearerOf } from "../../auth/headers";
import type { Origin } from "../../auth/keys";
import { checkTenant, requireTenant } from "../../auth/tenant";
import { principalOfBearer } from "../../auth/token";
import { type Issue, invalid, type Problem, type ProblemCode } from "../../core/problem";
import type { Contract } from "../contract";
import { type Incoming, queryOf } from "../http";
import { isCorrelationId, readJson } from "../read";
import type { Failure, Surface } from "../surface";
import { foldNames } from "./names";
import { isOfClients, readForm, spelledForClients } from "./oauth";

/** Stable codes for programs; every other one is the portal's own with an underscore. */
const types: Partial<Record<ProblemCode, string>> = {
  "auth.required": "unauthorized",
  "permission.missing": "forbidden",
  "tenant.unknown": "forbidden",
  "tenant.missing": "validation_failed",
  "request.invalid": "validation_failed",
  "request.unreadable": "bad_request",
  "request.method": "method_not_allowed",
  "request.too_large": "payload_too_large",
  "request.media_type": "unsupported_media_type",
  "route.missing": "not_found",
  "resource.missing": "not_found",
};

/** Problems that are about one thing that the caller sent. */
const properties: Partial<Record<ProblemCode, string>> = {
  "tenant.missing": "X-Tenant",
  "tenant.unknown": "X-Tenant",
  "customer.id_taken": "id",
};

/** `providerCustomers[cb3c...].providerCustomerData.Domain`; `$` is the whole body, as .NET has it. */
const propertyName = (path: Issue["path"]): string =>
  path.reduce<string>((name, piece, index) => {
    if (typeof piece === "number" || path[index - 1] === "providerCustomers") return `${name}[${piece}]`;
    return name === "" ? piece : `${name}.${piece}`;
  }, "") || "$";

function errorsOf(problem: Problem): { propertyName: string; description: string[] }[] {
  const errors = new Map<string, string[]>();
  const add = (name: string, said: string) => errors.set(name, [...new Set([...(errors.get(name) ?? []), said])]);
  for (const { path, message } of problem.facts.issues ?? []) add(propertyName(path), message);
  const property = properties[problem.code];
  if (property) add(property, problem.message);
  return [...errors].map(([name, description]) => ({ propertyName: name, description }));
}

const statuses = { "request.invalid": 400 } as const satisfies Surface["statuses"];

const spelled = (problem: Problem, { correlationId }: Origin): Failure => {
  const status = problem.code === "request.invalid" ? 400 : problem.status;
  const errors = errorsOf(problem);
  const named = errors.map(({ propertyName, description }) => `${propertyName} ${description.join(", ")}`);
  return {
    status,
    body: {
      statusCode: status,
      type: types[problem.code] ?? problem.code.replaceAll(".", "_"),
      description: problem.facts.issues ? `${problem.title}: ${named.slice(0, 5).join("; ")}` : problem.message,
      correlationId,
      errors,
    },
    ...(status === 401 ? { headers: { "www-authenticate": 'Bearer realm="v1"' } } : {}),
  };
};

/** Names in any case; a parameter without a value is one that was not given. */
const queryFor = (contract: Contract, request: Incoming): unknown =>
  foldNames(
    contract.query,
    Object.fromEntries(Object.entries(queryOf(request.url)).filter(([, value]) => value !== "")),
  );

/** Headers of every call, told where a call that cannot be read is: after who calls and what it may. */
function checkHeaders(request: Incoming, contract: Contract): void {
  const correlation = request.header("x-correlation-id");
  if (correlation !== undefined && !isCorrelationId(correlation)) {
    throw invalid(["X-Correlation-Id"], "must be 1 to 128 printable characters", "format");
  }
  if (contract.needs !== null) requireTenant(request.header("x-tenant"));
}

async function read(request: Incoming, contract: Contract): Promise<{ query: unknown; body: unknown }> {
  checkHeaders(request, contract);
  const query = queryFor(contract, request);
  if (!contract.consumes) return { query, body: foldNames(contract.body, (await readJson(request, contract)).body) };
  return { query, body: await readForm(request, contract.consumes) };
}

export const cockpit: Surface = {
  name: "cockpit",
  title: "CloudCockpit API",
  description:
    "Customers of a CSP and its resellers. Every call but that for a token names the portal's domain in `X-Tenant`.",
  prefixes: ["v1", "oauth2"],
  ignoreCase: true,
  levels: ["csp", "reseller"],
  security: {
    token: {
      type: "oauth2",
      flows: { clientCredentials: { tokenUrl: "/oauth2/v2.0/token", scopes: {} } },
    },
    key: { type: "http", scheme: "bearer" },
  },
  headers: { "X-Tenant": { description: "The domain of the portal", example: "{domain}" } },
  problems: ["tenant.missing", "tenant.unknown"],
  correlationHeader: "x-correlation-id",
  async identify(request, origin) {
    const principal = await principalOfBearer(bearerOf(request), origin);
    await checkTenant(request.header("x-tenant"), principal);
    return principal;
  },
  read,
  fail: (problem, origin, request) => (isOfClients(request) ? spelledForClients(problem) : spelled(problem, origin)),
  statuses,
  failure: z.union([
    z.object({
      statusCode: z.int(),
      type: z.string(),
      description: z.string(),
      correlationId: z.string(),
      errors: z.array(z.object({ propertyName: z.string(), description: z.array(z.string()) })),
    }),
    z.object({ error: z.string(), error_description: z.string() }),
  ]),
  failureExample: {
    statusCode: 400,
    type: "validation_failed",
    description: "Invalid request: companyName is required",
    correlationId: "3f6c1d0e-5b1a-4b7e-9c57-0a3d0c8e2f11",
    errors: [{ propertyName: "companyName", description: ["is required"] }],
  },
};
