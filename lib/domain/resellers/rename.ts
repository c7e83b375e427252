import { write } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import type { Reseller } from "./create";

/** The reseller's name alone: its company is its own customer. 412 where `version` is no longer the one at hand. */
export const renameReseller = (
  scope: Scope<"resellers:write">,
  id: string,
  name: string,
  now: Date,
  version?: number,
): Promise<Reseller> =>
  write(scope, "reseller.rename", async ({ resellers }) => {
    const { version: at } = present(await resellers.byId(id), "Reseller");
    const renamed = await resellers.rename(id, name, now, version);
    if (!renamed) throw stale(at);
    return renamed;
  });
