import type { Endpoint } from "../serve";
import { endpoints as customers } from "./customers";

/** All that the portal's own API answers. */
export const endpoints: readonly Endpoint[] = [...customers];
