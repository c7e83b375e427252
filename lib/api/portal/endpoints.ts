import type { Endpoint } from "../serve";
import { endpoints as account } from "./account";
import { endpoints as accounts } from "./accounts";
import { endpoints as activity } from "./activity";
import { endpoints as belongings } from "./belongings";
import { endpoints as customers } from "./customers";
import { endpoints as imports } from "./imports";
import { endpoints as jobs } from "./jobs";
import { endpoints as keys } from "./keys";
import { endpoints as limits } from "./limits";
import { endpoints as overview } from "./overview";
import { endpoints as providers } from "./providers";
import { endpoints as resellers } from "./resellers";
import { endpoints as resources } from "./resources";
import { endpoints as skins } from "./skins";
import { endpoints as users } from "./users";
import { endpoints as views } from "./views";

/** All that the portal's own API answers. */
export const endpoints: readonly Endpoint[] = [
  ...overview,
  ...customers,
  ...limits,
  ...accounts,
  ...resources,
  ...belongings,
  ...activity,
  ...providers,
  ...resellers,
  ...users,
  ...account,
  ...keys,
  ...skins,
  ...views,
  ...jobs,
  ...imports,
];
