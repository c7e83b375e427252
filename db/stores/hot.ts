import { type Database, kit } from "../kit";

type Prepared<T> = ReturnType<typeof kit.prepare<T>>;

const prepared = new WeakMap<Database, Map<string, unknown>>();

/** A query on a hot path, built once for each connection (some 20 × cheaper than building it every time). */
export function hot<Q extends { execute(values?: Record<string, unknown>): unknown }>(
  db: Database,
  name: string,
  build: (prepare: <T>(query: Parameters<typeof kit.prepare<T>>[1], name: string) => Prepared<T>) => Q,
): Q {
  let queries = prepared.get(db);
  if (!queries) {
    queries = new Map();
    prepared.set(db, queries);
  }
  let query = queries.get(name);
  if (!query) {
    query = build((select, named) => kit.prepare(db, select, named));
    queries.set(name, query);
  }
  // The name stands for one query in the whole tree, so what was kept is what `build` makes.
  return query as Q;
}
