export interface Env {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Signs sessions and access tokens. */
  readonly secret: string;
  /** The address that browsers use, where it is not `http://localhost:PORT`. */
  readonly publicUrl: string;
  /** Take the caller's address from `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

export const DEFAULT_DATABASE = "file:data/portal.db";

export const databaseUrl = (): string => process.env.DATABASE_URL || DEFAULT_DATABASE;

/** The address that browsers use. Without one set, links and cookies are for this machine. */
export const publicUrl = (): string => process.env.NEXTAUTH_URL || `http://localhost:${process.env.PORT || 3000}`;

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** The environment, read once at the start. Throws one sentence that names everything missing or wrong. */
export function readEnv(from: Record<string, string | undefined>): Env {
  const faults: string[] = [];
  const url = from.DATABASE_URL || DEFAULT_DATABASE;
  if (!isPostgres(url) && !url.startsWith("file:")) {
    faults.push("DATABASE_URL must be file:PATH or postgres://USER:PASSWORD@HOST/DATABASE");
  }
  const port = Number(from.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) faults.push("PORT must be a number from 1 to 65535");
  const secret = from.NEXTAUTH_SECRET ?? "";
  if (secret.length < 32) {
    faults.push("NEXTAUTH_SECRET must be set to at least 32 random characters (for example: openssl rand -hex 32)");
  }
  const publicUrl = from.NEXTAUTH_URL || `http://localhost:${port}`;
  if (!/^https?:\/\/[^/]+/.test(publicUrl))
    faults.push("NEXTAUTH_URL must be the portal's address, such as https://portal.example.com");
  const logLevel = from.LOG_LEVEL || "info";
  if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL must be one of ${logLevels.join(", ")}`);
  if (faults.length > 0) throw new Error(`The portal cannot start: ${faults.join("; ")}.`);
  return {
    databaseUrl: url,
    port,
    host: from.HOST || "0.0.0.0",
    secret,
    publicUrl,
    trustProxy: from.TRUST_PROXY === "1" || from.TRUST_PROXY === "true",
    logLevel,
  };
}
