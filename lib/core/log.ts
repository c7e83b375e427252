import pino from "pino";
import { once } from "./process";

/** Header and field names whose values never reach a log. */
const secrets = ["password", "secret", "key", "authorization", "cookie", "token"];

/**
 * Structured logs on standard output. An error is logged by its name, code and stack; its message may quote SQL or a
 * caller's values and stays out, as does whatever is named like a secret.
 */
export const logger = once("logger", () =>
  pino(
    {
      level: process.env.LOG_LEVEL || "info",
      base: undefined,
      redact: secrets.flatMap((name) => [name, `*.${name}`]),
      serializers: { err: faultOf },
    },
    pino.destination({ fd: 1, sync: false, minLength: 0 }),
  ),
);

function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  const cause = error.cause === undefined ? undefined : faultOf(error.cause);
  return { name: error.name, code: typeof code === "string" ? code : undefined, at: frames.slice(0, 8), cause };
}
