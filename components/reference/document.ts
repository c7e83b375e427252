/** The parts of an OpenAPI 3.1 document that the reference shows. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  /** Instead of a schema, where the value is a text of that media type. */
  readonly content?: Content;
  readonly example?: unknown;
}

export const schemaOf = ({ schema, content = {} }: Parameter): Schema =>
  schema ?? Object.values(content)[0]?.schema ?? {};

export interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}
type Content = Readonly<Record<string, Media>>;

export interface Response {
  readonly description: string;
  readonly content?: Content;
}

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly description?: string;
  readonly flows?: { readonly clientCredentials?: { readonly tokenUrl: string } };
}

interface Said {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly "x-permissions"?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface ApiDocument {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

export interface Operation extends Said {
  readonly method: string;
  readonly path: string;
}

export const operationsOf = ({ paths }: ApiDocument): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ ...said, path, method: method.toUpperCase() })),
  );

/** In the order of the document's tags; an operation stands under its first one. */
export const byTag = (document: ApiDocument): { tag: string; operations: Operation[] }[] => {
  const all = operationsOf(document);
  return document.tags
    .map(({ name }) => ({ tag: name, operations: all.filter(({ tags }) => tags[0] === name) }))
    .filter(({ operations }) => operations.length > 0);
};
