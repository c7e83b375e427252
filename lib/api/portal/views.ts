import type { Scope } from "../../core/scope";
import { changeView, getView, listViews, removeView, saveView } from "../../domain/views/views";
import { type Endpoint, serve } from "../serve";
import { snakeKeys } from "./names";
import { portal } from "./surface";
import { expectedVersion, versioned } from "./version";
import * as contracts from "./views.contract";

const on = serve(portal);
const found = ({ scope, params }: { scope: Scope; params: { id: string } }) => getView(scope, params.id);

const list = on(contracts.listViews, async ({ scope, query }) => ({
  items: (await listViews(scope, query.page)).map(snakeKeys),
}));

const save = on(contracts.saveView, async ({ scope, body, now }) =>
  versioned(snakeKeys(await saveView(scope, body, now))),
);

const show = on(contracts.showView, found, async ({ subject }) => versioned(snakeKeys(subject)));

const change = on(contracts.changeView, found, async ({ scope, params, body, request }) =>
  versioned(snakeKeys(await changeView(scope, params.id, body, expectedVersion(request)))),
);

const remove = on(contracts.removeView, found, async ({ scope, params, request }) => {
  await removeView(scope, params.id, expectedVersion(request));
  return undefined;
});

export const endpoints: readonly Endpoint[] = [list, save, show, change, remove];
