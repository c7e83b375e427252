type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
export type CamelKeys<T> = { [K in keyof T as K extends string ? Camel<K> : K]: T[K] };

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Lowercase<Head>}${Snake<Tail>}`
    : `${Lowercase<Head>}_${Snake<Tail>}`
  : S;
export type SnakeKeys<T> = { [K in keyof T as K extends string ? Snake<K> : K]: T[K] };

/** Each name is rewritten once: the same few hundred come with every row. */
function kept(rename: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let other = known.get(name);
    if (other === undefined) {
      other = rename(name);
      // Names of contracts and columns are few; a caller's own could fill the memory.
      if (known.size < 2000) known.set(name, other);
    }
    return other;
  };
}

const camelCase = kept((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
export const snakeCase = kept((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

function renamed(value: object, rename: (name: string) => string): object {
  const named: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) named[rename(name)] = inner;
  return named;
}

/** Fields of the wire as the domain calls them; values stay as they are. The types say what the renaming does. */
export const camelKeys = <T extends object>(value: T) => renamed(value, camelCase) as CamelKeys<T>;

/** Fields of the domain as the wire calls them; the contract of a reply picks what it shows. */
export const snakeKeys = <T extends object>(value: T) => renamed(value, snakeCase) as SnakeKeys<T>;
