import { isDeepStrictEqual } from "node:util";
import { type Writes, write } from "@/db/doors";
import type { AnyScope, Scope } from "@/lib/core/scope";
import type { SettingName } from "@/lib/core/settings";
import { type Customer, present } from "../customers/customer";
import { type Settings, settingsOf } from "./read";
import { checkMaySet, knownSetting, namedSetting, settingValue } from "./registry";

type Writing = Scope<"settings:write">;

/**
 * Sets one setting or, with null, removes it, within a transaction at hand. The customer is modified by it, but stays at
 * its version: who edits its details meanwhile has nothing to lose by a limit. What is so already changes nothing.
 */
export async function keepSetting(
  { customers, settings }: Pick<Writes, "customers" | "settings">,
  customer: Customer,
  name: SettingName,
  value: unknown,
  now: Date,
): Promise<void> {
  const stored = await settings.byName(customer.id, name);
  if (isDeepStrictEqual(stored?.value ?? null, value)) return;
  if (value === null) await settings.remove(customer.id, name);
  else await settings.set(customer, name, value, now);
  await customers.modified(customer.id, now);
}

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
    await keepSetting(stores, present(await stores.customers.held(customerId)), known, kept, now);
    return settingsOf(stores, customerId);
  });
};

/** Succeeds where it was not set, too; 404 where there is no such setting. */
export const removeSetting = async (scope: Writing, customerId: string, name: string, now: Date): Promise<void> => {
  const known = knownSetting(name);
  checkMaySet(scope, known);
  await write(scope, "setting.remove", async (stores) => {
    await keepSetting(stores, present(await stores.customers.held(customerId)), known, null, now);
  });
};

/** Sets or, with null, removes each setting of `patch`, within a transaction at hand. */
export async function applySettings(
  scope: AnyScope,
  stores: Pick<Writes, "customers" | "settings">,
  customer: Customer,
  patch: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  for (const [name, value] of Object.entries(patch)) {
    const path = ["settings", name];
    const known = namedSetting(name, path);
    checkMaySet(scope, known);
    const kept = value === null ? null : settingValue(known, value, path);
    await keepSetting(stores, customer, known, kept, now);
  }
}
