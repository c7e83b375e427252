import { type FieldValues, get } from "react-hook-form";
import { sentence } from "@/components/form/names";
import type { NamedFault } from "@/components/form/problems";
import type { Fault } from "@/components/form/use-contract-form";
import { jsonTextFault } from "./json-text";
import { objectIn } from "./values";

/** Why a text holds no object; undefined where it does. */
export const rawFault = (raw: string): string | undefined =>
  objectIn(raw) ? undefined : (jsonTextFault(raw) ?? "must be a JSON object, such as {}");

/** Faults of data that are written as JSON belong to that text, a sentence each that says of which name in it. */
export function whereWritten(values: FieldValues, faults: readonly NamedFault[]): NamedFault[] {
  const ofTexts = new Map<string, string[]>();
  const others = faults.filter(({ name, message }) => {
    const [, at = "", inner = "Provider data"] = /^(.+?)\.data(?:\.(.+))?$/.exec(name) ?? [];
    const raw = `${at}.raw`;
    if (get(values, raw) === undefined) return true;
    ofTexts.set(raw, [...(ofTexts.get(raw) ?? []), sentence(inner, message)]);
    return false;
  });
  return [...others, ...Array.from(ofTexts, ([name, said]) => ({ name, message: said.join(" ") }))];
}

/** The same of what a check has found. */
export const landed = (values: FieldValues, faults: readonly Fault[]): Fault[] =>
  whereWritten(
    values,
    faults.map(({ path, message }) => ({ name: path.join("."), message })),
  ).map(({ name, message }) => ({ path: name.split("."), message }));
