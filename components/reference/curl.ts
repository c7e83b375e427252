import { type ApiDocument, type Operation, type Parameter, type SecurityScheme, schemaOf } from "./document";

/** For a POSIX shell: nothing inside single quotes has a meaning there. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const sampleOf = (parameter: Parameter): string => {
  const schema = schemaOf(parameter);
  const known = parameter.example ?? schema.default ?? schema.examples?.[0] ?? schema.const ?? schema.enum?.[0];
  return known === undefined ? parameter.name.toUpperCase() : String(known);
};

/** The credentials stay out of the command: the shell puts them in from its own variables. */
function credential({ type, scheme, in: where, name }: SecurityScheme): string | undefined {
  if (type === "http" && scheme === "bearer") return `-H "Authorization: Bearer $API_KEY"`;
  if (type === "apiKey" && where === "header") return `-H "${name}: $API_KEY"`;
  if (type === "apiKey" && where === "cookie") return `-b "${name}=$SESSION"`;
  if (type === "http" && scheme === "basic") return `-u "$EMAIL:$PASSWORD"`;
  return undefined;
}

const named = (parameters: readonly Parameter[] | undefined, place: Parameter["in"]): readonly Parameter[] =>
  (parameters ?? []).filter((parameter) => parameter.in === place);

/** The address that the example calls: parameters of the path filled in, and those of the query that it needs or shows. */
export function exampleUrl({ path, parameters }: Operation, base: string): string {
  const values = new Map(named(parameters, "path").map((one) => [one.name, sampleOf(one)]));
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => encodeURIComponent(values.get(name) ?? whole));
  const shown = named(parameters, "query").filter(({ required, example }) => required || example !== undefined);
  const query = new URLSearchParams(shown.map((one) => [one.name, sampleOf(one)]));
  return `${base}${filled}${query.size > 0 ? `?${query}` : ""}`;
}

/** A command that makes the operation's own example, at `base`: the portal's address without a slash at its end. */
export function curlOf(document: ApiDocument, operation: Operation, base: string): string {
  const { method, security, requestBody, parameters } = operation;
  const taken = security?.flatMap((one) => Object.keys(one));
  const schemes = Object.entries(document.components.securitySchemes).flatMap(([name, scheme]) =>
    taken === undefined || taken.includes(name) ? [scheme] : [],
  );
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = media && Object.values(media.examples ?? {})[0]?.value;
  const parts = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quoted(exampleUrl(operation, base))}`,
    schemes.map(credential).find(Boolean),
    ...named(parameters, "header")
      .filter(({ required }) => required)
      .map((one) => `-H ${quoted(`${one.name}: ${sampleOf(one)}`)}`),
    type && `-H ${quoted(`Content-Type: ${type}`)}`,
    body !== undefined && `-d ${quoted(bodyText(body, type))}`,
  ];
  return parts.filter(Boolean).join(" \\\n  ");
}

const bodyText = (body: unknown, type: string | undefined): string => {
  if (typeof body === "string") return body;
  // Examples of forms are flat: names and texts.
  if (type === "application/x-www-form-urlencoded") return `${new URLSearchParams(body as Record<string, string>)}`;
  return JSON.stringify(body, null, 2);
};
