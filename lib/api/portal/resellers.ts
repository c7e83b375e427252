import type { Scope } from "../../core/scope";
import { countedResellers, wholeReseller } from "../../domain/resellers/counts";
import { createReseller, type Reseller } from "../../domain/resellers/create";
import { getReseller } from "../../domain/resellers/read";
import { renameReseller } from "../../domain/resellers/rename";
import { Answer, type Endpoint, serve } from "../serve";
import { camelKeys, snakeKeys } from "./names";
import * as contracts from "./resellers.contract";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";

const on = serve(portal);

const shown = <T extends Reseller>({ isHouse, ...reseller }: T) => ({ ...snakeKeys(reseller), direct: isHouse });

const list = on(contracts.listResellers, async ({ scope }) => ({ items: (await countedResellers(scope)).map(shown) }));

const create = on(contracts.createReseller, async ({ scope, body, now }) => {
  const reseller = await createReseller(scope, camelKeys(body), now);
  const { output, headers } = versioned(shown(reseller));
  return new Answer(output, { ...headers, location: `/api/v1/resellers/${reseller.id}` });
});

const show = on(contracts.showReseller, async ({ scope, params }) =>
  versioned(shown(await wholeReseller(scope, params.id))),
);

/** Whoever may rename a reseller may know that it is there. */
const found = ({ scope, params }: { scope: Scope; params: { id: string } }) =>
  getReseller(scope as Scope<"resellers:read">, params.id);

const rename = on(contracts.renameReseller, found, async ({ scope, subject, body, request, now }) =>
  versioned(shown(await renameReseller(scope, subject.id, body.name, now, expectedVersion(request)))),
);

export const endpoints: readonly Endpoint[] = [list, create, show, rename];
