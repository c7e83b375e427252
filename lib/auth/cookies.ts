import { publicUrl } from "../core/env";
import { hours } from "../core/time";

/** A session ends this long after it began, whatever is done meanwhile. */
export const SESSION = hours(12);

/** Behind TLS a browser then takes the cookie from this very host alone, and sends it over TLS alone. */
export const isSecure = (): boolean => publicUrl().startsWith("https://");

const named = (name: string) => ({
  name: isSecure() ? `__Host-${name}` : name,
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const,
});

export const sessionCookie = () => named("portal-session");
/** What a browser is to keep: an argument of `cookies().set`. */
export interface KeptCookie {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: "lax";
  path: string;
  secure: boolean;
  /** Seconds. */
  maxAge: number;
}

export const keptSession = (value: string): KeptCookie => {
  const { name, options } = sessionCookie();
  return { name, value, ...options, maxAge: SESSION / 1000 };
};

/** The same as the header `Set-Cookie` has it. */
export const setCookie = ({ name, value, path, maxAge, secure }: KeptCookie): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

export const csrfCookie = () => named("portal-csrf");
export const callbackCookie = () => named("portal-callback");
