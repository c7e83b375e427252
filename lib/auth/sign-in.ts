import { type KeptCookie, keptSession, sessionCookie } from "./cookies";
import { cookieOf } from "./headers";
import { type Asked, askNextAuth } from "./next-auth";

export type SignInFailure = "wrong" | "slowed";

const post = ["callback", "credentials"];

/** Signs in as a browser would at next-auth's own endpoints: its token against forgery first, then the credentials. */
export async function signInWith(
  credentials: { email: string; password: string },
  headers: Asked["headers"],
): Promise<KeptCookie | SignInFailure> {
  const first = await askNextAuth({ method: "GET", action: ["csrf"], cookies: {}, headers });
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const body = { ...credentials, csrfToken, json: "true" };
  const answer = await askNextAuth({ method: "POST", action: post, body, cookies: cookiesSetBy(first), headers });
  const value = cookiesSetBy(answer)[sessionCookie().name];
  if (value) return keptSession(value);
  if (answer.status !== 401 && answer.status !== 429) throw new Error(`next-auth answered ${answer.status}`);
  return answer.status === 429 ? "slowed" : "wrong";
}

const cookiesSetBy = (response: Response): Record<string, string> =>
  Object.fromEntries(
    response.headers.getSetCookie().map((text) => {
      const name = text.slice(0, text.indexOf("="));
      return [name, decodeURIComponent(cookieOf(text, name) ?? "")];
    }),
  );
