import { type Issue, invalid, missing, Problem } from "@/lib/core/problem";
import type { AnyScope } from "@/lib/core/scope";
import { isSettingName, type SettingKind, type SettingName, settingKinds, settingNames } from "@/lib/core/settings";

/** The setting of that name; 404 where there is none. */
export function knownSetting(name: string): SettingName {
  if (!isSettingName(name)) throw missing("Setting");
  return name;
}

/** As `knownSetting`, for a name that came in a body: 422 at `path`, naming the settings that there are. */
export function namedSetting(name: string, path: Issue["path"]): SettingName {
  if (isSettingName(name)) return name;
  throw invalid(path, `is not a setting; supported are: ${settingNames.join(", ")}`);
}

/** The value as it is kept; 422 at `path` for one that the setting cannot have. */
export function settingValue(name: SettingName, value: unknown, path: Issue["path"]): unknown {
  const parsed = settingKinds[name].schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(path, `${parsed.error.issues[0]?.message} (${name})`);
}

/** 403 unless the caller is of a level that may set it. */
export function checkMaySet(scope: AnyScope, name: SettingName): void {
  const { setBy }: SettingKind = settingKinds[name];
  if (setBy.includes(scope.level)) return;
  throw new Problem("permission.missing", { detail: `${name} can be set by a ${setBy.join(" or ")} only` });
}
