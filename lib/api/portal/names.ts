type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
export type CamelKeys<T> = { [K in keyof T as K extends string ? Camel<K> : K]: T[K] };

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Lowercase<Head>}${Snake<Tail>}`
    : `${Lowercase<Head>}_${Snake<Tail>}`
  : S;
export type SnakeKeys<T> = { [K in keyof T as K extends string ? Snake<K> : K]: T[K] };

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const renamed = (value: object, rename: (name: string) => string): object =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [rename(name), inner]));

/** Fields of the wire as the domain calls them; values stay as they are. The types say what the renaming does. */
export const camelKeys = <T extends object>(value: T) => renamed(value, camelCase) as CamelKeys<T>;

/** Fields of the domain as the wire calls them; the contract of a reply picks what it shows. */
export const snakeKeys = <T extends object>(value: T) => renamed(value, snakeCase) as SnakeKeys<T>;
