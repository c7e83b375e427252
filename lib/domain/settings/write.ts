import { type Writes, write } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import { type Customer, present } from "../customers/customer";
import { type Settings, settingsOf } from "./read";
import { checkMaySet, knownSetting, namedSetting, settingValue } from "./registry";

type Writing = Scope<"settings:write">;

/** Makes or overwrites one setting; answers all that are set. 422 for an unknown name or a value it cannot have. */
export const setSetting = async (
  scope: Writing,
  customerId: string,
  { name, value }: { name: string; value: unknown },
  now: Date,
): Promise<Settings> => {
  const known = namedSetting(name, ["name"]);
  checkMaySet(scope, known);
  const kept = settingValue(known, value, ["value"]);
  return write(scope, "setting.set", async (stores) => {
    await stores.settings.set(present(await stores.customers.held(customerId)), known, kept, now);
    return settingsOf(stores, customerId);
  });
};

/** Succeeds where it was not set, too; 404 where there is no such setting. */
export const removeSetting = async (scope: Writing, customerId: string, name: string): Promise<void> => {
  const known = knownSetting(name);
  checkMaySet(scope, known);
  await write(scope, "setting.remove", async ({ customers, settings }) => {
    present(await customers.held(customerId));
    await settings.remove(customerId, known);
  });
};

/** Sets or, with null, removes each setting of `patch`, within a transaction at hand. */
export async function applySettings(
  scope: AnyScope,
  { settings }: Pick<Writes, "settings">,
  customer: Customer,
  patch: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  for (const [name, value] of Object.entries(patch)) {
    const path = ["settings", name];
    const known = namedSetting(name, path);
    checkMaySet(scope, known);
    if (value === null) await settings.remove(customer.id, known);
    else await settings.set(customer, known, settingValue(known, value, path), now);
  }
}
