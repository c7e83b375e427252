import { jwtVerify, SignJWT } from "jose";
import { keyById } from "@/db/credentials";
import type { Principal } from "@/lib/core/scope";
import { clock, later } from "@/lib/core/time";
import { type Origin, principalOfKey, principalOfRow, unauthenticated } from "./keys";
import { secret } from "./session";

/** How long a token is good for, at most: it dies with its key. */
export const TOKEN_SECONDS = 3599;

const AUDIENCE = "api";
const TYPE = "at+jwt";

const signingKey = (): Uint8Array => new TextEncoder().encode(secret());

/** An access token for a key, given its id and the key itself; 401 unless they belong together. */
export async function issueToken(keyId: string, key: string, origin: Origin): Promise<string> {
  const { actor } = await principalOfKey(key, origin);
  if (actor.id !== keyId.toLowerCase()) throw unauthenticated();
  const now = clock();
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setSubject(actor.id)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(later(now, TOKEN_SECONDS * 1000))
    .sign(signingKey());
}

/** Who bears the token: its key, as it is now. */
async function principalOfToken(token: string, origin: Origin): Promise<Principal> {
  const options = { algorithms: ["HS256"], audience: AUDIENCE, typ: TYPE, currentDate: clock() };
  const key = signingKey();
  let keyId: string | undefined;
  try {
    keyId = (await jwtVerify(token, key, options)).payload.sub;
  } catch {
    // Whatever is wrong with a token, its bearer is told the same.
    throw unauthenticated();
  }
  return principalOfRow(keyId === undefined ? undefined : await keyById(keyId), origin);
}

/** Who bears an access token or a key itself. A token has dots, a key never. */
export const principalOfBearer = (bearer: string | undefined, origin: Origin): Promise<Principal> =>
  bearer?.includes(".") ? principalOfToken(bearer, origin) : principalOfKey(bearer, origin);
