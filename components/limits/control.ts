import { numberFrom } from "./number";

/** The part of a JSON schema that a control is chosen by. */
export interface ValueSchema {
  type?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

export type Control =
  | { kind: "number"; min?: number; max?: number; step: "1" | "any" }
  | { kind: "switch" }
  | { kind: "choice"; options: readonly string[] }
  | { kind: "text"; maxLength?: number }
  | { kind: "json" };

/** The control for a setting's value, from its schema alone, so that a new setting needs no page of its own. */
export function controlOf({ type, enum: values, minimum, maximum, maxLength }: ValueSchema): Control {
  if (values?.every((value) => typeof value === "string")) return { kind: "choice", options: values };
  if (type === "integer" || type === "number") {
    return { kind: "number", min: minimum, max: maximum, step: type === "integer" ? "1" : "any" };
  }
  if (type === "boolean") return { kind: "switch" };
  if (type === "string") return { kind: "text", maxLength };
  return { kind: "json" };
}

/** What a control holds, as the API takes it; undefined where it is no such value. */
export function valueFrom(control: Control, text: string): unknown {
  if (control.kind === "switch") return text === "true";
  if (control.kind === "choice" || control.kind === "text") return text;
  if (text.trim() === "") return undefined;
  if (control.kind === "number") return numberFrom(text);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const textOf = (control: Control, value: unknown): string => {
  if (value === null || value === undefined) return "";
  return control.kind === "json" ? JSON.stringify(value, null, 2) : String(value);
};
