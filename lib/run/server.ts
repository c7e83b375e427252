import { randomBytes, randomUUID } from "node:crypto";
import { once as event } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import next from "next";
import { decoded, type Incoming, pathOf, type Reply, targetOf } from "../api/http";
import type { Router } from "../api/router";
import { routers } from "../api/surfaces";
import { drawing } from "../core/drawing";
import type { Env } from "../core/env";
import { accessLog, logger } from "../core/log";
import { bodyOf } from "./body";
import { answerUnreadable } from "./unreadable";

/** The surface of each first path segment, with the longest prefixes ("api/v1") tried first. */
const byPrefix = Object.values(routers)
  .flatMap((router: Router) => router.surface.prefixes.map((prefix) => ({ prefix: `/${prefix}`, router })))
  .sort((a, b) => b.prefix.length - a.prefix.length);

function routerOf(url: string): Router | undefined {
  for (const { prefix, router } of byPrefix) {
    const end = url.charCodeAt(prefix.length);
    const start = url.slice(0, prefix.length);
    const fits = (router.surface.ignoreCase ? start.toLowerCase() : start) === prefix;
    // After the prefix: nothing, "/", or "?".
    if (fits && (Number.isNaN(end) || end === 47 || end === 63)) return router;
  }
  return undefined;
}

/**
 * Answers API paths at once, with the handlers that the route files export too, and hands everything else to Next: a Next
 * route costs some 50 × the CPU of a bare handler. With `dev` Next answers everything, and follows the files.
 */
export async function startServer(env: Env, { dev = false } = {}): Promise<{ server: Server; close(): Promise<void> }> {
  const app = next({ dev, dir: process.cwd(), hostname: env.host, port: env.port });
  await app.prepare();
  const pages = app.getRequestHandler();
  const secure = env.publicUrl.startsWith("https:");

  const server = createServer((request, response) => {
    const ip = addressOf(request, env.trustProxy);
    // The one place where an address is believed; whatever a caller wrote there is gone from here on.
    request.headers["x-forwarded-for"] = ip;
    request.url = targetOf(request.url ?? "/");
    if (secure) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
    const router = dev ? undefined : routerOf(request.url ?? "/");
    const work = router ? answer(router, request, response, ip) : page(request, response);
    work.catch((error: unknown) => {
      logger.error({ err: error }, "connection failed");
      response.destroy();
    });
  });

  async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    // Next answers a path that it cannot decode with a bare text. There is nothing there either: our page says so.
    if (decoded(pathOf(request.url ?? "/")) === undefined) request.url = "/unreadable";
    const requestId = randomUUID();
    const nonce = randomBytes(16).toString("base64");
    const policy = contentPolicy(nonce, dev);
    // Next takes the nonce of its own scripts from this request header; pages take theirs from x-nonce, and from x-path
    // where to go back to after signing in.
    const facts = { "x-nonce": nonce, "x-request-id": requestId, "x-path": request.url };
    Object.assign(request.headers, { "content-security-policy": policy, ...facts });
    response.setHeader("content-security-policy", policy);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "same-origin");
    response.setHeader("x-frame-options", "DENY");
    response.setHeader("x-request-id", requestId);
    const path = (request.url ?? "/").split("?", 1)[0];
    if (!path?.startsWith("/_next/static/")) {
      response.on("finish", () => {
        const ms = Math.round(performance.now() - started);
        accessLog.info({ requestId, method: request.method, path, status: response.statusCode, ms });
      });
    }
    // A part of a page, for one that is shown already, says by itself what is missing: its script takes no 404.
    if (!request.headers.rsc && !request.headers["next-action"]) drawing.set(requestId, response);
    response.on("close", () => drawing.delete(requestId));
    await pages(request, response);
  }

  server.on("clientError", answerUnreadable);
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.listen(env.port, env.host);
  await event(server, "listening");

  return {
    server,
    /** Takes no more connections and waits for the requests under way, for at most 25 s. */
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that is kept alive becomes idle only when its request is answered.
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      const patience = setTimeout(() => server.closeAllConnections(), 25_000);
      await closed;
      clearInterval(sweep);
      clearTimeout(patience);
      await app.close();
    },
  };
}

const contentPolicy = (nonce: string, dev: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Positions of menus and charts are style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  const last = trustProxy
    ? String(forwarded ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  return last || (request.socket.remoteAddress ?? "");
}

const answer = (router: Router, request: IncomingMessage, response: ServerResponse, ip: string): Promise<void> =>
  router.answer(incomingOf(request, ip)).then((reply) => send(reply, request, response));

const incomingOf = (request: IncomingMessage, ip: string): Incoming => ({
  method: request.method ?? "GET",
  url: request.url ?? "/",
  ip,
  header: (name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  },
  body: (limit) => bodyOf(request, limit),
});

function send({ status, headers, body }: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (body === null || typeof body === "string") {
    if (body !== null) headers["content-length"] = String(Buffer.byteLength(body));
    response.writeHead(status, headers);
    response.end(body ?? undefined);
    return;
  }
  response.writeHead(status, headers);
  if (request.method === "HEAD") response.end();
  else void stream(body, response);
}

async function stream(texts: AsyncIterable<string>, response: ServerResponse): Promise<void> {
  try {
    await pipeline(texts, response);
  } catch (error) {
    // The status is sent already: a broken connection is the only way left to say that the list is not whole.
    if ((error as { code?: string }).code !== "ERR_STREAM_PREMATURE_CLOSE")
      logger.error({ err: error }, "stream failed");
    response.destroy();
  }
}
