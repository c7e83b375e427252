import type { z } from "zod";

type Schema = z.core.$ZodType;

/** The fields of the object that a path leads to. */
function fieldsAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  // Every kind of schema is told by its definition, as zod's own tools for schemas do it.
  const def = schema._zod.def as { shape?: Record<string, Schema>; element?: Schema; innerType?: Schema; in?: Schema };
  const inner = def.innerType ?? def.in;
  if (inner) return fieldsAt(inner, path);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(def.shape ?? {});
  const next = typeof step === "number" ? def.element : def.shape?.[String(step)];
  return next ? fieldsAt(next, rest) : [];
}

const bare = (name: string): string => name.toLowerCase().replace(/[_-]/g, "");

/** The field that was meant by an unknown one, where it is but another spelling: `resellerId` for `reseller_id`. */
export const meant = (schema: Schema, path: readonly PropertyKey[], unknown: string): string | undefined =>
  fieldsAt(schema, path).find((name) => bare(name) === bare(unknown));
