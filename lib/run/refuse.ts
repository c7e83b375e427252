/** A start that fails says why in one sentence, without a stack. */
export function refuse(error: unknown): never {
  const silent = ["ECONNREFUSED", "ENOTFOUND", "CONNECT_TIMEOUT", "28P01", "3D000"];
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  const unreachable = silent.includes(code ?? cause?.code ?? "");
  const reason = error instanceof Error ? error.message : String(error);
  const said = unreachable ? "The portal cannot start: the database at DATABASE_URL does not let it in." : reason;
  process.stderr.write(`${said}\n`);
  process.exit(1);
}
