import { z } from "zod";

/**
 * The same value with the names that the schema knows, whatever case they came in: the vendor's server is .NET. Of two
 * that differ in case alone the last one wins, as there. Keys of maps stay as they are.
 */
export function foldNames(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return foldNames(schema.unwrap(), value);
  if (schema instanceof z.ZodDefault) return foldNames(schema.unwrap(), value);
  if (schema instanceof z.ZodPipe) return foldNames(schema.in, value);
  if (typeof value !== "object" || value === null) return value;
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((each) => foldNames(schema.element, each));
  if (Array.isArray(value)) return value;
  if (schema instanceof z.ZodRecord) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, foldNames(schema.valueType, each)]));
  }
  if (!(schema instanceof z.ZodObject)) return value;
  const known = new Map(Object.keys(schema.shape).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const name = known.get(key.toLowerCase());
      return name === undefined ? [key, each] : [name, foldNames(schema.shape[name], each)];
    }),
  );
}
