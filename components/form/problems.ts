import { type FieldErrors, type FieldValues, get, type Path, type UseFormReturn } from "react-hook-form";
import { ApiProblem } from "@/lib/api/call";
import { nameOf } from "./names";

interface NamedFault {
  name: string;
  message: string;
}

/**
 * Sets what the API found at its fields, whose names begin with `at`; answers them in the order of the reply. `land` tells
 * where a fault belongs whose field is written in another one.
 */
export function placeProblem<V extends FieldValues>(
  form: UseFormReturn<V>,
  error: unknown,
  at = "",
  land: (fault: NamedFault) => NamedFault = (fault) => fault,
): string[] {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return errors.map(({ pointer, detail }) => {
    const { name, message } = land({ name: at + nameOf(pointer), message: detail });
    // A pointer that names no field of the form is kept too: `namesIn` still finds it.
    form.setError(name as Path<V>, { type: "api", message });
    return name;
  });
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
