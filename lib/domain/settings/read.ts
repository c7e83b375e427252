import { type Reads, read } from "@/db/doors";
import { missing } from "@/lib/core/problem";
import type { Scope } from "@/lib/core/scope";
import { isSettingName, type SettingName, type SettingValue } from "@/lib/core/settings";
import { knownSetting } from "./registry";

type Reading = Scope<"settings:read">;
export type Settings = { [N in SettingName]?: SettingValue<N> };

/** What is set for a customer that was found in the same scope. */
export const listSettings = (scope: Reading, customerId: string): Promise<Settings> =>
  read(scope, (stores) => settingsOf(stores, customerId));

/** Within a read or a transaction at hand. */
export async function settingsOf({ settings }: Pick<Reads, "settings">, customerId: string): Promise<Settings> {
  const rows = await settings.list(customerId);
  return Object.fromEntries(rows.filter(({ name }) => isSettingName(name)).map(({ name, value }) => [name, value]));
}

/** 404 where it is not set, or where there is no such setting. */
export async function getSetting<N extends SettingName>(
  scope: Reading,
  customerId: string,
  name: N,
): Promise<{ name: N; value: SettingValue<N> }>;
export async function getSetting(
  scope: Reading,
  customerId: string,
  name: string,
): Promise<{ name: SettingName; value: SettingValue }>;
export async function getSetting(scope: Reading, customerId: string, asked: string) {
  const name = knownSetting(asked);
  const found = await read(scope, ({ settings }) => settings.byName(customerId, name));
  if (!found) throw missing("Setting");
  return { name, value: found.value };
}
