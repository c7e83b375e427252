import type { ApiDocument, Schema } from "./document";

/** Where references lead: into the document, or to the definitions of the schema at hand. */
export interface Refs {
  readonly document: Pick<ApiDocument, "components">;
  readonly root: Schema;
}

export function resolved(schema: Schema, { document, root }: Refs): Schema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return schema;
  const name = $ref.slice($ref.lastIndexOf("/") + 1);
  const target =
    $ref === "#" ? root : $ref.startsWith("#/$defs/") ? root.$defs?.[name] : document.components.schemas[name];
  return { ...target, ...own };
}

const isNull = ({ type }: Schema) => type === "null";

/** The alternatives of a schema; "or null" is told apart, since it changes no form. */
export function alternatives(schema: Schema): { choices: readonly Schema[]; nullable: boolean } {
  const all = schema.anyOf ?? schema.oneOf;
  if (all) return { choices: all.filter((one) => !isNull(one)), nullable: all.some(isNull) };
  const types = [schema.type ?? []].flat();
  if (types.length > 1 && types.includes("null")) {
    const [only, ...more] = types.filter((type) => type !== "null");
    return { choices: [{ ...schema, type: more.length > 0 ? [only!, ...more] : only }], nullable: true };
  }
  return { choices: [schema], nullable: false };
}

const plural = (text: string): string => (/ or /.test(text) ? `(${text})` : text);

/** A type as it reads: "string (uuid) or null", "array of object". Deep enough for any of ours, and never endless. */
export function typeText(schema: Schema, refs: Refs, depth = 0): string {
  const whole = resolved(schema, refs);
  if (depth > 4) return "any JSON";
  const { choices, nullable } = alternatives(whole);
  const told = [...new Set(choices.map((choice) => oneText(resolved(choice, refs), refs, depth)))];
  return [...told, ...(nullable ? ["null"] : [])].join(" or ");
}

function oneText(schema: Schema, refs: Refs, depth: number): string {
  if (schema.anyOf ?? schema.oneOf) return typeText(schema, refs, depth + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.items) return `array of ${plural(typeText(schema.items, refs, depth + 1))}`;
  const values = schema.additionalProperties;
  if (!schema.properties && typeof values === "object") {
    const inner = typeText(values, refs, depth + 1);
    return inner === "any JSON" ? "object" : `object of ${plural(inner)}`;
  }
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return schema.properties ? "object" : "any JSON";
  return `${types.join(" or ")}${schema.format ? ` (${schema.format})` : ""}`;
}

/** What else holds, in a few words each: "at most 255 characters". */
export function constraints(schema: Schema, refs: Refs): string[] {
  const whole = resolved(schema, refs);
  const { choices } = alternatives(whole);
  const { minimum, maximum, minLength, maxLength, maxItems, pattern, format } =
    choices.length === 1 ? { ...whole, ...resolved(choices[0]!, refs) } : whole;
  const isSafe = (n: number | undefined): n is number => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER;
  return [
    minLength && "not empty",
    maxLength !== undefined && `at most ${maxLength} characters`,
    isSafe(minimum) && `at least ${minimum}`,
    isSafe(maximum) && `at most ${maximum}`,
    maxItems !== undefined && `at most ${maxItems} items`,
    // A format says it better.
    pattern !== undefined && format === undefined && `matches ${pattern}`,
    whole.default !== undefined && `${JSON.stringify(whole.default)} unless given`,
  ].filter((text): text is string => typeof text === "string");
}

export interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/**
 * The members of the object that a schema is, holds in a list, or keeps by name; none for plain values. Of several forms
 * it may have, a name is told once.
 */
export function membersOf(schema: Schema, refs: Refs): Member[] {
  const all = everyMember(schema, refs);
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}

function everyMember(schema: Schema, refs: Refs): Member[] {
  const whole = resolved(schema, refs);
  const { choices } = alternatives(whole);
  return choices.flatMap((choice) => {
    const { properties, required = [], items, additionalProperties, ...rest } = resolved(choice, refs);
    if (properties) {
      return Object.entries(properties).map(([name, inner]) => ({
        name,
        schema: inner,
        required: required.includes(name),
      }));
    }
    if (items) return everyMember(items, refs);
    if (typeof additionalProperties === "object") return everyMember(additionalProperties, refs);
    return rest.anyOf || rest.oneOf ? everyMember(rest, refs) : [];
  });
}
