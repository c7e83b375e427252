import { endpoints as imcoEndpoints } from "./imco/customers";
import { imco } from "./imco/surface";
import { createRouter, type Router } from "./router";
import type { SurfaceName } from "./surface";

/** Every surface with what it answers: the one list that hosts, documents and the conformance suite go by. */
export const routers = {
  imco: createRouter(imco, imcoEndpoints),
} as const satisfies Partial<Record<SurfaceName, Router>>;
