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
export const csrfCookie = () => named("portal-csrf");
export const callbackCookie = () => named("portal-callback");
/** The reseller that a CSP's user has chosen to see alone. */
export const resellerCookie = () => named("portal-reseller");
