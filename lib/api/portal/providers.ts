import { listOpenProviders } from "../../domain/providers/read";
import { type Endpoint, serve } from "../serve";
import { snakeKeys } from "./names";
import { listProviders } from "./providers.contract";
import { portal } from "./surface";

const on = serve(portal);

const list = on(listProviders, async ({ scope }) => ({ items: (await listOpenProviders(scope)).map(snakeKeys) }));

export const endpoints: readonly Endpoint[] = [list];
