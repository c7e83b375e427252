import { basicOf } from "../../auth/headers";
import { Problem } from "../../core/problem";
import { formOf, type Incoming, pathOf } from "../http";
import { readBody } from "../read";
import type { Failure } from "../surface";

/** What the token endpoint reads and how it fails: RFC 6749, whose clients know nothing of this vendor's ways. */

export const isOfClients = (request: Pick<Incoming, "url"> | undefined): boolean =>
  request !== undefined && /^\/+oauth2(\/|$)/i.test(pathOf(request.url));

/** Section 2.3.1: a client may say who it is by HTTP Basic, rather than in the form. */
export async function readForm(request: Incoming, accepted: readonly string[]): Promise<Record<string, unknown>> {
  const { text } = await readBody(request, accepted);
  const parameters = parametersOf(text);
  const basic = basicOf(request);
  if (!basic) return parameters;
  if (parameters.client_secret !== undefined) {
    throw new Problem("request.unreadable", { detail: "Say who you are in the form or by HTTP Basic, not in both" });
  }
  return { client_id: basic.user, client_secret: basic.password, ...parameters };
}

/** Section 3.2: one without a value is not given, and none may be given twice. */
const parametersOf = (form: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(formOf(form)).filter(([name, value]) => {
      if (typeof value === "string") return value !== "";
      throw new Problem("request.unreadable", { detail: `${name} is given more than once` });
    }),
  );

/** Section 5.2. */
export function spelledForClients({ status: usual, code, message, facts: { issues = [] } }: Problem): Failure {
  const status = code === "request.invalid" ? 400 : usual;
  const wrongGrant = issues.some(({ path, rule }) => path[0] === "grant_type" && rule !== "missing");
  const known = status === 401 ? "invalid_client" : status === 500 ? "server_error" : "invalid_request";
  const said = issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
  return {
    status,
    body: { error: wrongGrant ? "unsupported_grant_type" : known, error_description: said || message },
    ...(status === 401 ? { headers: { "www-authenticate": 'Basic realm="oauth2"' } } : {}),
  };
}
