import { randomUUID } from "node:crypto";
import type { Origin } from "../auth/keys";
import { accessLog, logger } from "../core/log";
import { Problem } from "../core/problem";
import type { Principal } from "../core/scope";
import type { Method } from "./contract";
import { decoded, fromRequest, type Incoming, pathOf, type Reply, toResponse } from "./http";
import { isCorrelationId } from "./read";
import type { Endpoint } from "./serve";
import type { Surface } from "./surface";

/** One path and what answers on it. */
interface Resource {
  readonly segments: readonly string[];
  readonly methods: Partial<Record<Method, Endpoint>>;
}

export interface Router {
  readonly surface: Surface;
  readonly endpoints: readonly Endpoint[];
  /** Answers any request below the surface's prefixes, and never throws. */
  answer(request: Incoming): Promise<Reply>;
}

const common = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export function createRouter(surface: Surface, endpoints: readonly Endpoint[]): Router {
  const fold = (text: string) => (surface.ignoreCase ? text.toLowerCase() : text);
  const byLength = new Map<number, Resource[]>();
  for (const endpoint of endpoints) {
    for (const path of [endpoint.contract.path, ...(endpoint.contract.aliases ?? [])]) {
      const segments = path.split("/").filter(Boolean);
      const peers = byLength.get(segments.length) ?? [];
      byLength.set(segments.length, peers);
      const same = peers.find((peer) => peer.segments.join("/") === segments.join("/"));
      const resource = same ?? { segments, methods: {} };
      if (!same) peers.push(resource);
      resource.methods[endpoint.contract.method] = endpoint;
    }
  }
  // A fixed segment wins over a parameter in its place: `/self` over `/{id}`.
  for (const peers of byLength.values()) peers.sort((a, b) => parameters(a) - parameters(b));

  function match(path: string): { resource: Resource; params: Record<string, string> } | undefined {
    const segments = path.split("/").filter(Boolean);
    for (const resource of byLength.get(segments.length) ?? []) {
      const params: Record<string, string> = {};
      const fits = resource.segments.every((expected, index) => {
        const given = segments[index] ?? "";
        if (!expected.startsWith("{")) return fold(expected) === fold(given);
        const value = decoded(given);
        if (value === undefined) return false;
        params[expected.slice(1, -1)] = value;
        return true;
      });
      if (fits) return { resource, params };
    }
    return undefined;
  }

  async function dispatch(request: Incoming, origin: Origin, seen: { principal?: Principal; operation?: string }) {
    const found = match(pathOf(request.url));
    const methods = found?.resource.methods ?? {};
    const head = methods.GET !== undefined && !methods.GET.contract.changes;
    const endpoint = methods[(head && request.method === "HEAD" ? "GET" : request.method) as Method];
    seen.operation = endpoint?.contract.id;
    // A wrong method where nobody is asked for credentials is no matter of credentials.
    const asked = endpoint ? [endpoint] : Object.values(methods);
    const open = asked.length > 0 && asked.every(({ contract }) => contract.needs === null);
    const principal = open ? nobody(origin) : await surface.identify(request, origin);
    seen.principal = principal;
    if (!open && !(endpoint?.contract.levels ?? surface.levels).includes(principal.level)) {
      throw new Problem("permission.missing", {
        detail: `This is not open to the credentials of a ${principal.level}`,
      });
    }
    if (endpoint?.contract.person && principal.actor.kind !== "user") {
      throw new Problem("permission.missing", { detail: "This is open to whoever is signed in, not to keys" });
    }
    if (!found) throw new Problem("route.missing", { detail: "There is nothing at this path" });
    if (!endpoint) {
      const known = Object.keys(methods);
      const allow = head ? [...known, "HEAD"] : known;
      throw new Problem("request.method", { detail: `Use ${known.join(" or ")} here`, allow });
    }
    return await endpoint.handle(request, found.params, principal, origin);
  }

  async function answer(request: Incoming): Promise<Reply> {
    const started = performance.now();
    const given = request.header(surface.correlationHeader);
    const correlationId = given !== undefined && isCorrelationId(given) ? given : randomUUID();
    const origin: Origin = { surface: surface.name, correlationId, ip: request.ip };
    const seen: { principal?: Principal; operation?: string } = {};
    let reply: Reply;
    try {
      reply = await dispatch(request, origin, seen);
    } catch (error) {
      reply = failed(surface, error, origin, request);
    }
    Object.assign(reply.headers, common, { [surface.correlationHeader]: origin.correlationId });
    accessLog.info({
      requestId: origin.correlationId,
      surface: surface.name,
      operation: seen.operation,
      method: request.method,
      status: reply.status,
      ms: Math.round(performance.now() - started),
      actor: seen.principal?.actor.id,
    });
    return reply;
  }

  return { surface, endpoints, answer };
}

function failed(surface: Surface, error: unknown, origin: Origin, request: Incoming): Reply {
  let problem: Problem;
  if (error instanceof Problem) {
    problem = error;
  } else {
    logger.error({ requestId: origin.correlationId, surface: surface.name, err: error }, "request failed");
    problem = new Problem("server.failed", { detail: `Try again; quote ${origin.correlationId} if it stays so` });
  }
  const { status, body, headers } = surface.fail(problem, origin, request);
  const { allow, retryAfter } = problem.facts;
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(allow && { allow: allow.join(", ") }),
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

const parameters = (resource: Resource): number =>
  resource.segments.filter((segment) => segment.startsWith("{")).length;

/** Who calls an endpoint that answers anybody. */
const nobody = (origin: Origin): Principal => ({
  level: "csp",
  cspId: "",
  permissions: new Set(),
  actor: { kind: "system", id: "nobody", name: "nobody", ...origin },
});

/** The handlers that a route file exports: every method, so that a wrong one is answered in the surface's own words. */
export function handlersOf(router: Router) {
  const handler = async (request: Request): Promise<Response> => toResponse(await router.answer(fromRequest(request)));
  return {
    GET: handler,
    HEAD: handler,
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
    OPTIONS: handler,
  };
}
