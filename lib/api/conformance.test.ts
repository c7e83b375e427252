import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { permissionsOf } from "../core/scope";
import { call, type Reply, type Request as Sent } from "../testing/call";
import { type Caller, headersOf, personHeaders, placeholders } from "../testing/world";
import type { Contract, Example } from "./contract";
import { documentNamed } from "./documents";
import { BODY_LIMIT } from "./http";
import { fillIn, samples } from "./openapi";
import type { Router } from "./router";
import type { Endpoint } from "./serve";
import { routers } from "./surfaces";

/** What every endpoint of every surface keeps, whoever wrote it: derived from the contracts alone. */

type Json = Record<string, unknown>;
const all: Router[] = Object.values(routers);

const callerOf = ({ contract, surface }: Endpoint): Caller =>
  (contract.levels ?? surface.levels).includes("reseller") ? "reseller" : "csp";

/** A person's operation is called by somebody who has just signed in, with the password that its example tells. */
const headersFor = async (endpoint: Endpoint, caller: Caller): Promise<Record<string, string>> => {
  const { contract, surface } = endpoint;
  if (!contract.person || caller !== callerOf(endpoint)) return headersOf(surface.name, caller);
  const body = contract.examples[0]?.body as { current: string } | undefined;
  return personHeaders(body?.current ?? "");
};

/** The request of an example, with its body in the first form that the contract reads. */
function requestOf(contract: Contract, example: Example, headers: Record<string, string>): Sent {
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(example.params?.[name] ?? ""));
  const query = new URLSearchParams(example.query as Record<string, string>).toString();
  const type = contract.consumes?.[0] ?? "application/json";
  const form = type === "application/x-www-form-urlencoded";
  return {
    method: contract.method,
    url: query ? `${path}?${query}` : path,
    headers: contract.body ? { "content-type": type, ...headers } : headers,
    body:
      contract.body === undefined
        ? undefined
        : form
          ? new URLSearchParams(example.body as Record<string, string>).toString()
          : JSON.stringify(example.body ?? {}),
  };
}

/** Unknown keys are failures too: what a reply may say is exactly its contract. */
function expectExactly(schema: z.ZodType, json: unknown): void {
  const parsed = schema.safeParse(json);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(z.encode(schema, parsed.data as never)).toEqual(json);
}

function expectFailure({ surface }: Endpoint, reply: Reply, ...statuses: number[]): void {
  expect(statuses, reply.text).toContain(reply.status);
  expectExactly(surface.failure, reply.json);
}

/** A surface's statuses for "there is something wrong with a field". */
const INVALID = [400, 422];

/** Headers that any reply has. */
const COMMON = [
  "cache-control",
  "content-security-policy",
  "content-type",
  "referrer-policy",
  "www-authenticate",
  "x-content-type-options",
];

/** Whatever a call of an operation's own method is answered with is in the document: the status, and its headers. */
function expectDocumented({ contract, surface }: Endpoint, { status, headers, text }: Reply): void {
  const { paths } = documentNamed(`${surface.name}.json`) as {
    paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
  };
  const responses = paths[contract.path]?.[contract.method.toLowerCase()]?.responses ?? {};
  expect(Object.keys(responses), text).toContain(String(status));
  const documented = Object.keys(responses[status]?.headers ?? {}).map((name) => name.toLowerCase());
  const known = [...COMMON, surface.correlationHeader, ...documented];
  expect(Object.keys(headers).filter((name) => !known.includes(name))).toEqual([]);
}

const scrub = (text: string, ...ids: string[]): string =>
  ids
    .reduce((rest, id) => rest.replaceAll(id, "ID"), text)
    .replace(/"(correlationId|requestId|instance)":"[^"]*"/g, "");

describe.each(all.map((router) => [router.surface.name, router] as const))("%s", (_, router) => {
  describe.each(router.endpoints.map((each) => [`${each.contract.method} ${each.contract.id}`, each] as const))(
    "%s",
    (_, endpoint) => {
      const { contract, surface } = endpoint;
      const open = contract.needs === null;
      const needs = open ? [] : [contract.needs].flat();
      const first = contract.examples[0];

      const send = async (caller: Caller, example: Example = first ?? {}, change: Partial<Sent> = {}) => {
        const filled = fillIn(example, await placeholders(example));
        const request = requestOf(contract, filled, await headersFor(endpoint, caller));
        const reply = await call(router, { ...request, ...change, headers: { ...request.headers, ...change.headers } });
        if (!change.method) expectDocumented(endpoint, reply);
        return reply;
      };

      it("has an example", () => expect(contract.examples.length).toBeGreaterThan(0));

      it.each(contract.examples.map((example, index) => [index + 1, example] as const))(
        "answers example %i with its status and exactly its reply",
        async (_, example) => {
          const reply = await send(callerOf(endpoint), example);
          expect(reply.status, reply.text).toBe(contract.status);
          if (!contract.reply) expect(reply.text).toBe("");
          else if (!contract.produces) expectExactly(contract.reply, reply.json);
        },
      );

      it("answers with a trailing slash too", async () => {
        const filled = fillIn(first ?? {}, await placeholders(first));
        const request = requestOf(contract, filled, await headersFor(endpoint, callerOf(endpoint)));
        const [path, query] = request.url.split("?");
        const slashed = path?.endsWith("/") ? path.slice(0, -1) : `${path}/`;
        const reply = await call(router, { ...request, url: query ? `${slashed}?${query}` : slashed });
        expect(reply.status, reply.text).toBe(contract.status);
      });

      it("stands in the OpenAPI document", () => {
        const document = documentNamed(`${surface.name}.json`) as { paths: Record<string, Json> };
        for (const path of [contract.path, ...(contract.aliases ?? [])]) {
          expect(document.paths[path]).toHaveProperty(contract.method.toLowerCase());
        }
      });

      if (!open) {
        it.each(["nobody", "wrong"] as const)("answers 401 to %s, with a challenge", async (caller) => {
          const reply = await send(caller);
          expectFailure(endpoint, reply, 401);
          expect(reply.headers["www-authenticate"]).toMatch(/^[\w-]+ realm="/);
        });
      }

      for (const [name, { optional }] of open ? [] : Object.entries(surface.headers ?? {})) {
        if (optional) continue;
        it(`answers 400 without ${name}`, async () => {
          expectFailure(endpoint, await send(callerOf(endpoint), first, { headers: { [name]: "" } }), 400);
        });
      }

      const needed = needs.filter((permission) => !permissionsOf.reseller_viewer.includes(permission));
      if (needed.length > 0 && callerOf(endpoint) === "reseller") {
        it("answers 403 to a caller that may only read", async () => {
          expectFailure(endpoint, await send("readonly"), 403);
        });
      }

      if (!open && !(contract.levels ?? surface.levels).includes("reseller")) {
        it("answers 403 to a reseller", async () => expectFailure(endpoint, await send("reseller"), 403));
      }

      if (!open && surface.name !== "cloudapi" && !(contract.levels ?? surface.levels).includes("customer")) {
        it("answers 403 to a customer's key", async () => expectFailure(endpoint, await send("customer"), 403));
      }

      if (contract.person) {
        it("answers 403 to a key, whatever it may do", async () => {
          const request = requestOf(contract, first ?? {}, headersOf(surface.name, "csp"));
          expectFailure(endpoint, await call(router, request), 403);
        });
      }

      const named = ["customer", "project", "disposable", "reseller"].find((name) =>
        JSON.stringify([first?.params, first?.query]).includes(`{${name}}`),
      );
      if (named && !open) {
        it("tells another tenant's object from a missing one by nothing", async () => {
          const values = await placeholders(first);
          const random = randomUUID();
          const ask = (id: string) =>
            call(
              router,
              requestOf(contract, fillIn(first ?? {}, { ...values, [named]: id }), headersOf(surface.name, "other")),
            );
          const theirs = await ask(values[named] ?? "");
          const none = await ask(random);
          expect(theirs.status).toBeGreaterThanOrEqual(400);
          expect(theirs.status).toBe(none.status);
          expect(scrub(theirs.text, values[named] ?? "")).toBe(scrub(none.text, random));
          const quiet = ({ headers }: Reply) => ({ ...headers, [surface.correlationHeader]: "", "content-length": "" });
          expect(quiet(theirs)).toEqual(quiet(none));
        });

        it("answers 404 for what is not there, before it looks at the body", async () => {
          const values = { ...(await placeholders(first)), [named]: randomUUID() };
          const request = requestOf(contract, fillIn(first ?? {}, values), headersOf(surface.name, callerOf(endpoint)));
          const inPath = JSON.stringify(first?.params ?? {}).includes(`{${named}}`);
          const body = contract.body && inPath ? "[]" : request.body;
          expectFailure(endpoint, await call(router, { ...request, body }), 404);
        });
      }

      it("answers 405 with Allow to a method that the path does not know", async () => {
        const peers = router.endpoints.filter((peer) => peer.contract.path === contract.path);
        const unknown = ["PATCH", "PUT", "DELETE", "POST", "GET"].find(
          (method) => !peers.some((peer) => peer.contract.method === method),
        );
        const reply = await send(open ? "reseller" : callerOf(endpoint), first, { method: unknown ?? "TRACE" });
        expectFailure(endpoint, reply, 405);
        expect(reply.headers.allow?.split(", ")).toContain(contract.method);
      });

      if (contract.body) bodies(endpoint, send);
      else if (contract.method !== "GET") {
        it("answers 413 to more than anybody would send, though it reads no body", async () => {
          const body = " ".repeat(BODY_LIMIT + 1);
          const headers = { "content-length": String(body.length) };
          expectFailure(endpoint, await send(callerOf(endpoint), first, { body, headers }), 413);
        });
      }
    },
  );
});

type Send = (caller: Caller, example?: Example, change?: Partial<Sent>) => Promise<Reply>;

function bodies(endpoint: Endpoint, send: Send): void {
  const { contract } = endpoint;
  const caller = callerOf(endpoint);
  const example = contract.examples.find(({ body }) => body !== undefined);
  const json = (contract.consumes ?? ["application/json"]).includes("application/json");
  const type = json ? "application/json" : (contract.consumes?.[0] ?? "");
  const content = { "content-type": type };

  it("answers 415 to another content type", async () => {
    const change = { body: "<a/>", headers: { "content-type": "application/xml" } };
    expectFailure(endpoint, await send(caller, example, change), 415);
  });

  it("answers 413 one byte over the limit, and reads a body of exactly the limit", async () => {
    const limit = endpoint.contract.bodyLimit ?? BODY_LIMIT;
    for (const headers of [content, { "content-type": "application/xml" }]) {
      expectFailure(endpoint, await send(caller, example, { body: " ".repeat(limit + 1), headers }), 413);
    }
    const text = json ? JSON.stringify(fillIn(example?.body ?? {}, await placeholders(example))) : "";
    const exact = json ? text + " ".repeat(limit - Buffer.byteLength(text)) : "a".repeat(limit);
    const reply = await send(caller, example, { body: exact, headers: content });
    expect(reply.status).not.toBe(413);
    expect(reply.status).toBeLessThan(500);
  });

  if (!json) return;

  it("answers 400 to a body that is not JSON or not UTF-8", async () => {
    for (const body of ["{", "", new Uint8Array([0x7b, 0xff, 0x7d])]) {
      expectFailure(endpoint, await send(caller, example, { body, headers: content }), 400);
    }
  });

  it.each(["[]", "null", '"text"', "42"])("refuses the body %s", async (body) => {
    expectFailure(endpoint, await send(caller, example, { body, headers: content }), ...INVALID);
  });

  const { properties = {}, required = [] } = z.toJSONSchema(contract.body as z.ZodType, {
    io: "input",
    unrepresentable: "any",
  }) as { properties?: Record<string, { maxLength?: number }>; required?: string[] };
  const changed = (change: Json) => JSON.stringify({ ...(example?.body as Json | undefined), ...change });
  const post = async (body: string) =>
    send(caller, example, {
      body: JSON.stringify(fillIn(JSON.parse(body), await placeholders(body))),
      headers: content,
    });

  for (const field of required) {
    it(`refuses a body without ${field}`, async () => {
      const reply = await post(changed({ [field]: undefined }));
      expectFailure(endpoint, reply, ...INVALID);
      expect(reply.text.toLowerCase()).toContain(field.toLowerCase());
    });
  }

  const accepts = (field: string, value: unknown): boolean => {
    const filled = fillIn(example?.body as Json, samples);
    return (contract.body as z.ZodType).safeParse({ ...filled, [field]: value }).success;
  };
  for (const [field, { maxLength }] of Object.entries(properties)) {
    const wrong = [{ nested: { deeper: 1 } }, [[]], 4.5e300, true, "\u0000", "\ud800"].filter(
      (value) => !accepts(field, value),
    );
    if (wrong.length > 0) {
      it(`refuses values of the wrong type in ${field}`, async () => {
        for (const value of wrong) expectFailure(endpoint, await post(changed({ [field]: value })), ...INVALID);
      });
    }
    if (maxLength !== undefined) {
      it(`refuses ${maxLength + 1} characters in ${field}`, async () => {
        expectFailure(endpoint, await post(changed({ [field]: "é".repeat(maxLength + 1) })), ...INVALID);
      });
      // No two alike, since some names may be given once only.
      const tag = randomUUID().slice(0, Math.min(8, maxLength));
      const longest = tag + "😀".repeat(maxLength - tag.length);
      if (accepts(field, longest)) {
        it(`takes ${maxLength} characters in ${field}, counted as a person does`, async () => {
          const reply = await post(changed({ [field]: longest }));
          expect(reply.status, reply.text).toBe(contract.status);
        });
      }
    }
  }
}
