import { type FieldErrors, type FieldValues, get, type Path, type UseFormReturn } from "react-hook-form";
import { ApiProblem } from "@/lib/api/call";
import { focusWithFaults } from "./focus";
import { nameOf } from "./names";

export interface NamedFault {
  name: string;
  message: string;
}

/**
 * Sets what the API found at its fields, whose names begin with `at`, and puts the focus into the first of them; answers
 * the names. `land` tells where faults belong whose field is written in another one.
 */
export function placeProblem<V extends FieldValues>(
  form: UseFormReturn<V>,
  error: unknown,
  at = "",
  land: (faults: NamedFault[]) => NamedFault[] = (faults) => faults,
): string[] {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const faults = land(errors.map(({ pointer, detail }) => ({ name: at + nameOf(pointer), message: detail })));
  // A pointer that names no field of the form is kept too: `namesIn` still finds it.
  for (const { name, message } of faults) form.setError(name as Path<V>, { type: "api", message });
  const names = faults.map(({ name }) => name);
  focusWithFaults(names);
  return names;
}

export function messageAt(errors: FieldErrors, name: string): string | undefined {
  const error: { message?: unknown } | undefined = get(errors, name);
  return typeof error?.message === "string" ? error.message : undefined;
}

/** The names of the fields that have an error. */
export function namesIn(errors: FieldErrors, at = ""): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== "object" || error === null) return [];
    const name = at + key;
    return typeof error.message === "string" ? [name] : namesIn(error as FieldErrors, `${name}.`);
  });
}

/** Errors as react-hook-form holds them, of messages by name. */
export const errorsOf = <V extends FieldValues>(messages: Readonly<Record<string, string>>): FieldErrors<V> =>
  // The names are those of the fields, or of none: then nothing shows them.
  Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [name, { type: "api", message }]),
  ) as FieldErrors<V>;
