import { overviewOf } from "../../domain/overview/read";
import { type Endpoint, serve } from "../serve";
import { snakeKeys } from "./names";
import { showOverview } from "./overview.contract";
import { portal } from "./surface";

const on = serve(portal);

const show = on(showOverview, async ({ scope }) => {
  const { attention, ...rest } = await overviewOf(scope);
  const { capacity } = attention;
  return { ...rest, attention: { ...attention, capacity: { ...capacity, first: capacity.first.map(snakeKeys) } } };
});

export const endpoints: readonly Endpoint[] = [show];
