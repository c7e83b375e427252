import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { listChanges, listStamps, type Trace } from "../schema";
import { hot } from "./hot";
import { depthOf, pathValues } from "./visible";

/** So many of the latest changes are kept of each reseller. */
const KEPT = 100;

export interface Owner {
  readonly cspId: string;
  readonly resellerId: string;
}

/** What a customer was to lists, and what it is; null where it was not, or is no longer. */
export interface Change {
  readonly customerId: string;
  readonly before: Trace | null;
  readonly after: Trace | null;
}

/** Of each reseller the number of the latest change. */
export type Stamps = ReadonlyMap<string, number>;

const s = listStamps;
const c = listChanges;

/** The number of the latest change to a reseller's lists, which nobody else can change until the transaction ends. */
export async function claim(db: Database, owner: Owner): Promise<number> {
  const [row] = await db
    .insert(s)
    .values({ ...owner, n: 0 })
    .onConflictDoUpdate({ target: [s.cspId, s.resellerId], set: { n: sql`${s.n}` } })
    .returning({ n: s.n });
  return row?.n ?? 0;
}

/** Numbers what happened after `latest`. What is not kept leaves a gap, and whoever comes to it counts anew. */
export async function record(
  db: Database,
  { cspId, resellerId }: Owner,
  latest: number,
  changes: readonly Change[] | "all",
): Promise<void> {
  const steps = changes === "all" ? 1 : changes.length;
  if (steps === 0) return;
  const now = latest + steps;
  await db
    .update(s)
    .set({ n: now })
    .where(and(eq(s.cspId, cspId), eq(s.resellerId, resellerId)));
  await db.delete(c).where(and(eq(c.resellerId, resellerId), lte(c.n, now - KEPT)));
  if (changes === "all" || steps > KEPT) return;
  const rows = changes.map((change, index) => ({ cspId, resellerId, n: latest + 1 + index, ...change }));
  // A customer that is gone for good takes what was kept of it along.
  const kept = rows.filter(({ after }) => after !== null);
  if (kept.length > 0) await db.insert(c).values(kept);
}

/** What happened to the lists below the scope. */
export const listLog = (db: Database, scope: AnyScope) => {
  const depth = depthOf(scope);

  const stamps = async (): Promise<Stamps> => {
    const query = hot(db, `list_stamps_${depth}`, (prepare) =>
      prepare(
        db
          .select({ resellerId: s.resellerId, n: s.n })
          .from(s)
          .where(
            and(
              eq(s.cspId, sql.placeholder("cspId")),
              depth === "csp" ? undefined : eq(s.resellerId, sql.placeholder("resellerId")),
            ),
          ),
        `list_stamps_${depth}`,
      ),
    );
    return new Map((await query.execute(pathValues(scope))).map(({ resellerId, n }) => [resellerId, n]));
  };

  const changesOf = async (resellerId: string, from: number, upTo: number): Promise<Change[]> => {
    const query = hot(db, "list_changes", (prepare) =>
      prepare(
        db
          .select({ customerId: c.customerId, before: c.before, after: c.after })
          .from(c)
          .where(
            and(
              eq(c.cspId, sql.placeholder("cspId")),
              eq(c.resellerId, sql.placeholder("resellerId")),
              gt(c.n, sql.placeholder("from")),
              lte(c.n, sql.placeholder("upTo")),
            ),
          )
          .orderBy(asc(c.n)),
        "list_changes",
      ),
    );
    return query.execute({ cspId: scope.cspId, resellerId, from, upTo });
  };

  /** All that happened between two moments; undefined where that is no longer known. */
  const between = async (then: Stamps, now: Stamps): Promise<Change[] | undefined> => {
    const all: Change[] = [];
    for (const [resellerId, upTo] of now) {
      const from = then.get(resellerId) ?? 0;
      if (upTo === from) continue;
      const changes = upTo - from > KEPT ? [] : await changesOf(resellerId, from, upTo);
      if (changes.length !== upTo - from) return undefined;
      all.push(...changes);
    }
    return scope.customerId ? all.filter(({ customerId }) => customerId === scope.customerId) : all;
  };

  return { stamps, between };
};

export type ListLog = ReturnType<typeof listLog>;
