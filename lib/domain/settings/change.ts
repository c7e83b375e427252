import { type Reads, read, write } from "@/db/doors";
import type { Scope } from "@/lib/core/scope";
import { type SettingKind, type SettingName, settingKinds, settingNames } from "@/lib/core/settings";
import { present } from "../customers/customer";
import { stale } from "../customers/update";
import { checkMaySet, knownSetting, settingValue } from "./registry";
import { keepSetting } from "./write";

export interface ShownSetting extends Omit<SettingKind, "schema"> {
  readonly name: SettingName;
  readonly isSet: boolean;
  /** Null where it is not set. */
  readonly value: unknown;
  /** Changes with every change; 0 where it is not set. */
  readonly version: number;
}

type Stored = Awaited<ReturnType<Reads["settings"]["byName"]>>;

const versionOf = (stored: Stored): number => stored?.modifiedAt.getTime() ?? 0;

const shown = (name: SettingName, stored: Stored): ShownSetting => {
  const { schema: _schema, ...kind } = settingKinds[name];
  return { ...kind, name, isSet: stored !== undefined, value: stored?.value ?? null, version: versionOf(stored) };
};

/** Every setting that there is, with what it is for a customer that was found in the same scope. */
export const showSettings = (scope: Scope<"settings:read">, customerId: string): Promise<ShownSetting[]> =>
  read(scope, async ({ settings }) => {
    const stored = await settings.list(customerId);
    return settingNames.map((name) =>
      shown(
        name,
        stored.find((row) => row.name === name),
      ),
    );
  });

/** One of them, set or not; 404 where there is no such setting. */
export const showSetting = async (
  scope: Scope<"settings:read">,
  customerId: string,
  name: string,
): Promise<ShownSetting> => {
  const known = knownSetting(name);
  return shown(known, await read(scope, ({ settings }) => settings.byName(customerId, known)));
};

/**
 * Sets one setting, or removes it with null. With `version` (the one that was seen) it refuses to overwrite what someone
 * else saved in between: 412.
 */
export async function changeSetting(
  scope: Scope<"settings:write">,
  customerId: string,
  { name, value }: { name: string; value: unknown },
  now: Date,
  version?: number,
): Promise<ShownSetting> {
  const known = knownSetting(name);
  checkMaySet(scope, known);
  const kept = value === null ? null : settingValue(known, value, ["value"]);
  return write(scope, kept === null ? "setting.remove" : "setting.set", async (stores) => {
    const customer = present(await stores.customers.held(customerId));
    const stored = await stores.settings.byName(customerId, known);
    if (version !== undefined && version !== versionOf(stored)) throw stale(versionOf(stored));
    await keepSetting(stores, customer, known, kept, now);
    return shown(known, await stores.settings.byName(customerId, known));
  });
}
