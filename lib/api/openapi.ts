import { z } from "zod";
import { Problem, type ProblemCode, problems } from "../core/problem";
import { type Contract, type Example, nothing } from "./contract";
import type { Router } from "./router";
import type { Endpoint } from "./serve";
import type { Surface } from "./surface";

type Json = Record<string, unknown>;

/** What stands for the placeholders of examples, which the conformance suite fills with real ids. */
export const samples: Record<string, string> = {
  customer: "01932b3c-7f10-7a52-9d3e-1c5b8a4e2f60",
  disposable: "01932b3c-8a44-7d01-8b1f-2f6c9b5d3a71",
  disposableDomain: "blue-harbour.example",
  deleted: "01932b3c-8a55-7d02-8b1f-2f6c9b5d3a72",
  connected: "01932b3c-8a66-7d03-8b1f-2f6c9b5d3a73",
  import: "01932b3c-8aaa-7d07-8b1f-2f6c9b5d3a77",
  job: "01932b3c-8a99-7d06-8b1f-2f6c9b5d3a76",
  view: "01932b3c-8a77-7d04-8b1f-2f6c9b5d3a74",
  skin: "01932b3c-8a88-7d05-8b1f-2f6c9b5d3a75",
  provider: "01932b3c-1c22-7e85-a3c4-9e0d7f6b5c42",
  microsoft: "01932b3c-1b11-7f74-92b3-8d1c6e5a4b33",
  project: "01932b3c-9b55-7c10-9a2e-3a7dac6e4b82",
  group: "01932b3c-2d33-7b96-84d5-af1e8a7c6d53",
  reseller: "01932b3c-0a00-7a63-81a2-7c0b5d493a24",
  user: "01932b3c-4f55-7db8-a6f7-c13faa9e8f75",
  disposableKey: "01932b3c-5a66-7ec9-b708-d24abbaf9a86",
  disposableReseller: "01932b3c-6b77-7fda-8819-e35bccb0ab97",
  random: "01932b3c-ac66-7b21-8c3f-4b8ebd7f5c93",
  keyId: "01932b3c-3e44-7ca7-95e6-b02f9b8d7e64",
  key: "XI00000000000000000000000000000000",
  domain: "portal.example.com",
  customerName: "Blue Harbour Ltd",
  login: "admin@example.com",
  password: "a long passphrase",
};

/** Fills `{name}` in every text of an example, in keys too. */
export function fillIn<T>(value: T, values: Record<string, string>): T {
  const text = JSON.stringify(value)?.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : JSON.stringify(values[name]).slice(1, -1),
  );
  return text === undefined ? value : (JSON.parse(text) as T);
}

/** The wire form of a schema: what codecs read, and write back. */
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  return json;
};

function parametersOf({ params, query, examples }: Contract): Json[] {
  const example = fillIn(examples[0] ?? {}, samples) as Example;
  const list = (schema: z.ZodType, where: "path" | "query"): Json[] => {
    const { properties = {}, required = [] } = schemaOf(schema) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, property]) => {
      const shown = (where === "path" ? example.params : example.query)?.[name];
      return {
        name,
        in: where,
        required: where === "path" || required.includes(name),
        ...(property.description === undefined ? {} : { description: property.description }),
        // An object in a query is its JSON; without the media type it would be a parameter for each of its properties.
        ...(property.type === "object"
          ? { content: { "application/json": { schema: property } } }
          : { schema: property }),
        ...(shown === undefined ? {} : { example: property.type === "integer" ? Number(shown) : shown }),
      };
    });
  };
  return [...list(params, "path"), ...list(query, "query")];
}

function headersOf({ headers = {}, correlationHeader }: Surface, { needs }: Contract): Json[] {
  const own = Object.entries(needs === null ? {} : headers);
  return [
    ...own.map(([name, { description, example, optional = false }]) => ({
      name,
      in: "header",
      required: !optional,
      description,
      schema: { type: "string" },
      example: fillIn(example, samples),
    })),
    {
      name: correlationHeader.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
      in: "header",
      required: false,
      description:
        "Stands in the audit log and in the reply: 1 to 128 printable characters; made up where there is none",
      schema: { type: "string", minLength: 1, maxLength: 128 },
    },
  ];
}

/** Where the path names something whose version can be stale, the one that the caller has seen is sent along. */
const ifMatchOf = ({ params, problems: named }: Contract): Json[] =>
  named.includes("version.stale") && Object.keys(params.shape).length > 0
    ? [
        {
          name: "If-Match",
          in: "header",
          required: false,
          description: "The ETag of what the caller has seen: 412 where it is no longer that",
          schema: { type: "string" },
          example: '"3"',
        },
      ]
    : [];

function bodyOf({ body, consumes = ["application/json"], examples }: Contract): Json {
  if (!body) return {};
  const shown = examples.filter((example) => example.body !== undefined);
  const named = shown.map((example, index) => [`example${index + 1}`, { value: fillIn(example.body, samples) }]);
  const media = { schema: schemaOf(body), ...(named.length > 0 ? { examples: Object.fromEntries(named) } : {}) };
  return { requestBody: { required: true, content: Object.fromEntries(consumes.map((type) => [type, media])) } };
}

/** Every failure that the kernel and the surface can answer, and those that the contract names. */
function failuresOf(
  surface: Surface,
  { method, needs, query, body, problems: named, params }: Contract,
): ProblemCode[] {
  const open = needs === null;
  const found = Object.keys(params.shape).length > 0;
  return [
    ...new Set<ProblemCode>([
      ...(open ? [] : (["auth.required", "permission.missing"] as const)),
      ...(open ? [] : (surface.problems ?? [])),
      ...(found ? (["resource.missing"] as const) : []),
      ...(method === "GET" ? [] : (["request.too_large"] as const)),
      ...(query === nothing ? [] : (["request.invalid"] as const)),
      ...(body ? (["request.unreadable", "request.media_type", "request.invalid"] as const) : []),
      ...named,
    ]),
  ];
}

const retryAfter = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };

function responsesOf(surface: Surface, contract: Contract): Json {
  const responses: Json = {};
  const type = contract.produces ?? "application/json";
  const content = contract.reply && {
    [type]: { schema: contract.produces ? { type: "string" } : schemaOf(contract.reply) },
  };
  const headers = Object.entries(contract.headers ?? {}).map(([name, description]) => [
    name,
    { description, schema: { type: "string" } },
  ]);
  responses[contract.status] = {
    description: "Success",
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...(content ? { content } : {}),
  };
  const origin = { surface: surface.name, correlationId: "3f6c1d0e-5b1a-4b7e-9c57-0a3d0c8e2f11", ip: "" };
  for (const code of failuresOf(surface, contract)) {
    const issues =
      code === "request.invalid" ? [{ path: ["name"], rule: "missing", message: "is required" } as const] : undefined;
    const { status, body, headers } = surface.fail(new Problem(code, issues ? { issues } : {}), origin, {
      method: contract.method,
      url: contract.path,
    });
    const had = responses[status] as Json | undefined;
    const media = headers?.["content-type"]?.split(";")[0] ?? "application/json";
    responses[status] ??= {
      description: problems[code].title,
      ...(code === "request.too_many" && { headers: retryAfter }),
      content: { [media]: { schema: { $ref: "#/components/schemas/Failure" }, examples: {} } },
    };
    const shown = ((responses[status] as Json).content as Record<string, Json> | undefined)?.[media]?.examples as
      | Json
      | undefined;
    if (shown) shown[code] = { summary: problems[code].title, value: body };
    if (had && shown) (responses[status] as Json).description = "Refused";
  }
  return responses;
}

const sessionsOf = ({ security }: Surface): Json[] =>
  Object.entries(security).flatMap(([name, scheme]) =>
    "in" in scheme && scheme.in === "cookie" ? [{ [name]: [] }] : [],
  );

function operationOf({ contract, surface }: Endpoint, suffix: string): Json {
  const parameters = [...parametersOf(contract), ...headersOf(surface, contract), ...ifMatchOf(contract)];
  return {
    operationId: contract.id + suffix,
    summary: contract.summary,
    ...(contract.description ? { description: contract.description } : {}),
    tags: [contract.tag ?? surface.title],
    ...(contract.needs === null ? { security: [] } : { "x-permissions": [contract.needs].flat() }),
    ...(contract.person ? { security: sessionsOf(surface) } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(contract),
    responses: responsesOf(surface, contract),
  };
}

/** The surface's OpenAPI 3.1 document: nothing in it is written twice. */
export function documentOf({ surface, endpoints }: Router): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const { path, aliases = [], method } = endpoint.contract;
    for (const [index, each] of [path, ...aliases].entries()) {
      paths[each] ??= {};
      paths[each][method.toLowerCase()] = operationOf(endpoint, index === 0 ? "" : `_alias${index}`);
    }
  }
  const tags = [...new Set(endpoints.map(({ contract }) => contract.tag ?? surface.title))];
  return {
    openapi: "3.1.0",
    info: {
      title: surface.title,
      version: "1.0.0",
      description: surface.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This portal" }],
    security: Object.keys(surface.security).map((name) => ({ [name]: [] })),
    tags: tags.map((name) => ({ name, description: name })),
    paths,
    components: {
      securitySchemes: surface.security,
      schemas: { Failure: { ...schemaOf(surface.failure), examples: [surface.failureExample] } },
    },
  };
}
