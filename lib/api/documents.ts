import { once } from "../core/process";
import { documentOf } from "./openapi";
import { routers } from "./surfaces";

/** Made when first asked for; the contracts do not change while the process lives. */
const made = once("openapi documents", () => new Map<string, object>());

/** The OpenAPI document called `imco.json`, and so on; undefined where there is no such surface. */
export function documentNamed(file: string): object | undefined {
  const router = Object.values(routers).find(({ surface }) => `${surface.name}.json` === file);
  if (!router) return undefined;
  if (!made.has(file)) made.set(file, documentOf(router));
  return made.get(file);
}
