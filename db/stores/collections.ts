import { and, eq, sql } from "drizzle-orm";
import type { AnyScope } from "../../lib/core/scope";
import type { Database } from "../kit";
import { collections, collectionVersions } from "../schema";
import { hot } from "./hot";
import { depthOf, pathValues, visibleAt } from "./visible";

export type Collection = (typeof collections)[number];

export const collectionReads = (db: Database, scope: AnyScope) => ({
  /** 0 where nothing was ever in it. */
  version: async (customerId: string, collection: Collection): Promise<number> => {
    const depth = depthOf(scope);
    const query = hot(db, `collection_version_${depth}`, (prepare) =>
      prepare(
        db
          .select({ version: collectionVersions.version })
          .from(collectionVersions)
          .where(
            and(
              visibleAt(depth, collectionVersions),
              eq(collectionVersions.customerId, sql.placeholder("of")),
              eq(collectionVersions.collection, sql.placeholder("collection")),
            ),
          ),
        `collection_version_${depth}`,
      ),
    );
    return (await query.execute({ ...pathValues(scope), of: customerId, collection })).at(0)?.version ?? 0;
  },
});

interface Written {
  noun: string;
  cspId: string;
  resellerId: string | null;
  customerId: string | null;
}

/** Raises the version of each collection that something was written to: called with every write. */
export async function raiseVersions(db: Database, written: readonly Written[]): Promise<void> {
  const raised = new Set<string>();
  for (const { noun, cspId, resellerId, customerId } of written) {
    const collection = collections.find((name) => name === noun);
    if (!collection || !resellerId || !customerId || raised.has(`${customerId} ${collection}`)) continue;
    raised.add(`${customerId} ${collection}`);
    await db
      .insert(collectionVersions)
      .values({ cspId, resellerId, customerId, collection, version: 1 })
      .onConflictDoUpdate({
        target: [collectionVersions.customerId, collectionVersions.collection],
        set: { version: sql`${collectionVersions.version} + 1` },
      });
  }
}
