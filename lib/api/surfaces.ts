import { endpoints as belongingEndpoints } from "./cloudapi/belongings";
import { endpoints as customerEndpoints } from "./cloudapi/customers";
import { cloudapi } from "./cloudapi/surface";
import { endpoints as cloudonixEndpoints } from "./cloudonix/customers";
import { cloudonix } from "./cloudonix/surface";
import { endpoints as cockpitEndpoints } from "./cockpit/portal";
import { cockpit } from "./cockpit/surface";
import { endpoints as imcoEndpoints } from "./imco/customers";
import { imco } from "./imco/surface";
import { endpoints as clientEndpoints } from "./ormuco/clients";
import { endpoints as resourceEndpoints } from "./ormuco/resources";
import { ormuco } from "./ormuco/surface";
import { endpoints as portalEndpoints } from "./portal/endpoints";
import { portal } from "./portal/surface";
import { createRouter, type Router } from "./router";
import type { SurfaceName } from "./surface";

/** Every surface with what it answers: the one list that hosts, documents and the conformance suite go by. */
export const routers = {
  imco: createRouter(imco, imcoEndpoints),
  cloudapi: createRouter(cloudapi, [...customerEndpoints, ...belongingEndpoints]),
  cockpit: createRouter(cockpit, cockpitEndpoints),
  cloudonix: createRouter(cloudonix, cloudonixEndpoints),
  ormuco: createRouter(ormuco, [...clientEndpoints, ...resourceEndpoints]),
  portal: createRouter(portal, portalEndpoints),
} as const satisfies Partial<Record<SurfaceName, Router>>;
