import type { Endpoint } from "../serve";
import { endpoints as accounts } from "./accounts";
import { endpoints as customers } from "./customers";
import { endpoints as limits } from "./limits";

/** All that the portal's own API answers. */
export const endpoints: readonly Endpoint[] = [...customers, ...limits, ...accounts];
