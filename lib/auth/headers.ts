interface Headed {
  header(name: string): string | undefined;
}

/** The token of `Authorization: Bearer TOKEN`. */
export const bearerOf = (request: Headed): string | undefined =>
  /^bearer +([^\s]+) *$/i.exec(request.header("authorization") ?? "")?.[1];

/** User name and password of `Authorization: Basic`. */
export function basicOf(request: Headed): { user: string; password: string } | undefined {
  const encoded = /^basic +([a-z0-9+/=_-]+) *$/i.exec(request.header("authorization") ?? "")?.[1];
  if (!encoded) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? undefined : { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}
