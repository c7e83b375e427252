import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { newId } from "@/lib/core/ids";
import { logger } from "@/lib/core/log";
import { Problem } from "@/lib/core/problem";
import { clock } from "@/lib/core/time";
import { recordSignIn } from "@/lib/domain/users/sign-in";
import { checkCredentials } from "./basic";
import { callbackCookie, csrfCookie, isSecure, SESSION, sessionCookie } from "./cookies";
import { ipOf } from "./headers";
import { localPath } from "./local-path";
import { principalOfUser, secret, userOfClaims } from "./session";

/** What next-auth calls a failure; in the address of its answers. */
const TOO_MANY = "TooManyAttempts";

type Headers = Record<string, string | undefined>;

async function authorize(credentials: Record<string, string> | undefined, headers: Headers) {
  const header = (name: string) => headers[name];
  const now = clock();
  const ip = ipOf({ header });
  const user = await checkCredentials(credentials?.email ?? "", credentials?.password ?? "", ip).catch((error) => {
    throw error instanceof Problem && error.code === "request.too_many" ? new Error(TOO_MANY) : error;
  });
  if (!user) return null;
  const origin = { surface: "portal", correlationId: header("x-request-id") || newId(now), ip };
  await recordSignIn(principalOfUser(user, origin), now);
  return { id: user.id };
}

const options = (): AuthOptions => ({
  secret: secret(),
  useSecureCookies: isSecure(),
  cookies: { sessionToken: sessionCookie(), csrfToken: csrfCookie(), callbackUrl: callbackCookie() },
  session: { strategy: "jwt", maxAge: SESSION / 1000 },
  pages: { signIn: "/sign-in", signOut: "/portal", error: "/sign-in" },
  providers: [
    Credentials({
      name: "E-mail address and password",
      credentials: { email: { label: "E-mail" }, password: { label: "Password", type: "password" } },
      authorize: (credentials, { headers = {} }) => authorize(credentials, headers),
    }),
  ],
  callbacks: {
    // The token is renewed with every look at the session: `at` stays, or a session could outlive what ended it.
    async jwt({ token, user, trigger }) {
      if (trigger === "signIn") return { sub: user.id, at: clock().getTime() };
      if (!(await userOfClaims(token))) throw new Error("The session is over");
      return { sub: token.sub, at: token.at };
    },
    async session({ token }) {
      const user = await userOfClaims(token);
      if (!user) throw new Error("The session is over");
      const { id, name, email, role, cspId, resellerId } = user;
      const expires = new Date(Number(token.at) + SESSION).toISOString();
      return { user: { id, name, email, role, cspId, resellerId }, expires };
    },
    redirect: ({ url, baseUrl }) => baseUrl + localPath(url),
  },
  logger: {
    error: (code) => logger[code === "JWT_SESSION_ERROR" ? "debug" : "error"]({ code }, "next-auth"),
    warn: (code) => logger.warn({ code }, "next-auth"),
    debug: () => undefined,
  },
});

export interface Asked {
  method: string;
  /** What follows `/api/auth/`. */
  action: readonly string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
  headers: Headers;
}

/** next-auth's own answer to a request, wherever that comes from. */
export async function askNextAuth({ action, query, body, cookies, ...request }: Asked): Promise<Response> {
  const headers = new Headers();
  let status = 200;
  let text: string | undefined;
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name === "Set-Cookie" ? headers.getSetCookie() : (headers.get(name) ?? undefined)),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
    },
    json: (value: unknown) => {
      headers.set("content-type", "application/json");
      text = JSON.stringify(value);
    },
    send: (value: unknown) => {
      text = typeof value === "string" ? value : JSON.stringify(value);
    },
    end: () => undefined,
  };
  const asked = { ...request, body, cookies, query: { ...query, nextauth: [...action] } };
  // next-auth reads and calls nothing of the two but what stands here.
  await NextAuth(asked as unknown as NextApiRequest, response as unknown as NextApiResponse, options());
  const slow = `${text}${headers.get("location")}`.includes(`error=${TOO_MANY}`);
  headers.set("cache-control", "no-store");
  return new Response(text, { status: slow && status !== 302 ? 429 : status, headers });
}
