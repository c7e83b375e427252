import type { z } from "zod";

/**
 * How a reply is checked, and spelled for the wire. `z.encode` goes backwards through a schema and checks all of it twice;
 * this goes forwards through one made for it, which gives the same at a fifth of the price.
 */
export const encoderOf = (schema: z.ZodType): ((reply: unknown) => unknown) => {
  const forwards = forwardsOf(schema);
  return (reply) => forwards.parse(reply);
};

interface Def {
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  out?: z.ZodType;
  /** Of a codec: what makes of a value what goes over the wire. */
  reverseTransform?: (value: unknown) => unknown;
}

/** The schema with every codec in it turned round. */
function forwardsOf(schema: z.ZodType): z.ZodType {
  const { shape, options, element, innerType, valueType, out, reverseTransform } = schema.def as Def;
  if (out && reverseTransform) return out.transform((value) => reverseTransform(value));
  const parts: Def = {
    ...(shape && { shape: Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, forwardsOf(part)])) }),
    ...(options && { options: options.map(forwardsOf) }),
    ...(element && { element: forwardsOf(element) }),
    ...(innerType && { innerType: forwardsOf(innerType) }),
    ...(valueType && { valueType: forwardsOf(valueType) }),
  };
  return Object.keys(parts).length === 0 ? schema : schema.clone({ ...schema.def, ...parts } as never);
}
