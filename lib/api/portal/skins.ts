import type { Scope } from "../../core/scope";
import {
  changeSkin,
  createSkin,
  getSkin,
  listSkins,
  readabilityOf,
  removeSkin,
  type Skin,
  skinRemovalOf,
} from "../../domain/skins/skins";
import { type Endpoint, serve } from "../serve";
import { camelKeys, snakeKeys } from "./names";
import * as contracts from "./skins.contract";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);
const found = ({ scope, params }: { scope: Scope; params: { id: string } }) => getSkin(scope, params.id);

const shown = ({ resellerName, ...skin }: Skin) => ({
  ...snakeKeys(skin),
  reseller: { id: skin.resellerId, name: resellerName },
  contrast: snakeKeys(readabilityOf(skin.colours)),
});

const list = on(contracts.listSkins, async ({ scope }) => ({ items: (await listSkins(scope)).map(shown) }));

const create = on(contracts.createSkin, async ({ scope, body, now }) =>
  versioned(shown(await createSkin(scope, camelKeys(body), now))),
);

const show = on(contracts.showSkin, found, async ({ subject }) => versioned(shown(subject)));

const change = on(contracts.changeSkin, found, async ({ scope, subject, body, request, now }) => {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return versioned(shown(await changeSkin(scope, subject.id, given, now, expectedVersion(request))));
});

const removal = on(contracts.previewSkinRemoval, found, async ({ scope, subject }) =>
  snakeKeys(await skinRemovalOf(scope, subject)),
);

const remove = on(contracts.removeSkin, found, async ({ scope, subject, request }) => {
  await removeSkin(scope, subject.id, expectedVersion(request));
  return undefined;
});

export const endpoints: readonly Endpoint[] = [list, create, show, change, removal, remove];
