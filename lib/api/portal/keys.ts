import type { Scope } from "../../core/scope";
import { createKey } from "../../domain/keys/create";
import { type ApiKey, keyState } from "../../domain/keys/key";
import { getKey, type ListedKey, listKeys } from "../../domain/keys/read";
import { revokeKey, rotateKey } from "../../domain/keys/retire";
import { Answer, type Endpoint, serve } from "../serve";
import * as contracts from "./keys.contract";
import { camelKeys, snakeKeys } from "./names";
import { portal } from "./surface";
import { etagOf, expectedVersion, versioned } from "./version";

const on = serve(portal);

const shown = (key: ApiKey, now: Date) => ({ ...snakeKeys(key), state: keyState(key, now) });
const listed = ({ resellerName, customerName, ...key }: ListedKey, now: Date) => ({
  ...shown(key, now),
  reseller: key.resellerId === null ? null : { id: key.resellerId, name: resellerName ?? "" },
  customer: key.customerId === null ? null : { id: key.customerId, name: customerName ?? "" },
});

/** Whoever may change a key may know that there is one. */
const found = ({ scope, params }: { scope: Scope; params: { id: string } }): Promise<ListedKey> =>
  getKey(scope as Scope<"keys:read">, params.id);

const list = on(contracts.listKeys, async ({ scope, query, now }) => ({
  items: (await listKeys(scope, camelKeys(query))).map((key) => listed(key, now)),
}));

const create = on(contracts.createKey, async ({ scope, body, now }) => {
  const { key, secret } = await createKey(scope, camelKeys(body), now);
  return new Answer({ key: shown(key, now), secret }, { ...etagOf(key), location: `/api/v1/keys/${key.id}` });
});

const show = on(contracts.showKey, found, async ({ subject, now }) => versioned(listed(subject, now)));

const rotate = on(contracts.rotateKey, found, async ({ scope, subject, body, request, now }) => {
  const seen = expectedVersion(request);
  const { key, secret, previous } = await rotateKey(scope, subject.id, camelKeys(body), now, seen);
  return new Answer({ key: shown(key, now), secret, previous: shown(previous, now) }, etagOf(previous));
});

const revoke = on(contracts.revokeKey, found, async ({ scope, subject, request, now }) =>
  versioned(shown(await revokeKey(scope, subject.id, now, expectedVersion(request)), now)),
);

export const endpoints: readonly Endpoint[] = [list, create, show, rotate, revoke];
