import pino from "pino";
import { once } from "./process";

/** Names of fields whose values never reach a log, should one ever be logged. */
const secrets = ["password", "secret", "key", "authorization", "cookie", "token"];

const options: pino.LoggerOptions = { level: process.env.LOG_LEVEL || "info", base: undefined };

/** Written some lines at a time and at least once a second: a write for each request would cost more than the request. */
const output = once("log output", () => {
  const stream = pino.destination({ fd: 1, sync: true, minLength: 4096 });
  setInterval(() => stream.flush(), 1000).unref();
  return stream;
});

/**
 * Structured logs on standard output. An error is logged by its name, code and stack; its message may quote SQL or a
 * caller's values and stays out, as does whatever is named like a secret.
 */
export const logger = once("logger", () =>
  pino({ ...options, redact: secrets.flatMap((name) => [name, `*.${name}`]), serializers: { err: faultOf } }, output),
);

/** One line a request, of fields that are known beforehand: nothing in it needs redacting. */
export const accessLog = once("access log", () => pino(options, output));

/** Writes what is still in memory: before the process ends. */
export const flushLog = (): Promise<void> => new Promise((resolve) => output.flush(() => resolve()));

function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  const cause = error.cause === undefined ? undefined : faultOf(error.cause);
  return { name: error.name, code: typeof code === "string" ? code : undefined, at: frames.slice(0, 8), cause };
}
