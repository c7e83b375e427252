import type { Endpoint } from "../serve";
import { endpoints as accounts } from "./accounts";
import { endpoints as customers } from "./customers";
import { endpoints as keys } from "./keys";
import { endpoints as limits } from "./limits";
import { endpoints as resellers } from "./resellers";
import { endpoints as users } from "./users";

/** All that the portal's own API answers. */
export const endpoints: readonly Endpoint[] = [...customers, ...limits, ...accounts, ...resellers, ...users, ...keys];
