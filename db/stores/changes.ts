import { getTableColumns, type SQL } from "drizzle-orm";
import { newId } from "../../lib/core/ids";
import type { Actor } from "../../lib/core/scope";
import { type Database, kit } from "../kit";
import {
  allowedProviders,
  apiKeys,
  associations,
  auditEntries,
  billingPlans,
  capacityEntries,
  csps,
  customers,
  domains,
  groupMembers,
  jobs,
  projectShares,
  projects,
  providerAccounts,
  resellers,
  savedViews,
  settings,
  skins,
  userGroups,
  users,
} from "../schema";
import { raiseVersions } from "./collections";
import { relist, relistReseller } from "./listings";

/** What can be changed, under the name that the audit log uses, and what of a row never enters the log. */
const nouns = {
  csp: { table: csps, key: "id", hide: [] },
  reseller: { table: resellers, key: "id", hide: ["sortName"] },
  billing_plan: { table: billingPlans, key: "id", hide: [] },
  customer: { table: customers, key: "id", hide: ["sortName", "foldedName"] },
  association: { table: associations, key: "partnerId", hide: [] },
  setting: { table: settings, key: "name", hide: [] },
  capacity_entry: { table: capacityEntries, key: "id", hide: [] },
  user_group: { table: userGroups, key: "id", hide: [] },
  group_member: { table: groupMembers, key: "groupId", hide: [] },
  domain: { table: domains, key: "name", hide: [] },
  allowed_provider: { table: allowedProviders, key: "providerId", hide: [] },
  provider_account: { table: providerAccounts, key: "id", hide: [] },
  project: { table: projects, key: "id", hide: [] },
  project_share: { table: projectShares, key: "sharedWithId", hide: [] },
  user: { table: users, key: "id", hide: ["passwordHash", "sessionsFrom"] },
  api_key: { table: apiKeys, key: "id", hide: ["secretHash"] },
  skin: { table: skins, key: "id", hide: ["logo"] },
  saved_view: { table: savedViews, key: "id", hide: [] },
  job: { table: jobs, key: "id", hide: ["input", "result"] },
} as const;

export type Noun = keyof typeof nouns;
type Table<N extends Noun> = (typeof nouns)[N]["table"];
export type Row<N extends Noun> = Table<N>["$inferSelect"];
export type New<N extends Noun> = Table<N>["$inferInsert"];
type Values = Record<string, unknown>;

/** Bookkeeping that every write touches: no news to a reader of the log. */
const dull = new Set(["version", "modifiedAt"]);

/** What shows in lists of customers. */
const listed: readonly Noun[] = ["customer", "provider_account", "domain", "setting", "capacity_entry"];

interface Entry {
  noun: Noun;
  id: string;
  cspId: string;
  resellerId: string | null;
  customerId: string | null;
  before: Values | null;
  after: Values | null;
}

/**
 * The only way in which stores write: each change is kept as an audit entry, which the door inserts in the same
 * transaction.
 */
export class Changes {
  private readonly entries: Entry[] = [];

  constructor(private readonly db: Database) {}

  async insert<N extends Noun>(noun: N, row: New<N>): Promise<Row<N>> {
    const rows = await this.db
      .insert(nouns[noun].table)
      .values(row as never)
      .returning();
    const made = rows[0] as Row<N>;
    this.note(noun, null, made);
    return made;
  }

  /** Does nothing (and answers undefined) where a row with that key is there already. */
  async insertIfNew<N extends Noun>(noun: N, row: New<N>): Promise<Row<N> | undefined> {
    const rows = await this.db
      .insert(nouns[noun].table)
      .values(row as never)
      .onConflictDoNothing()
      .returning();
    const made = rows[0] as Row<N> | undefined;
    if (made) this.note(noun, null, made);
    return made;
  }

  /** Answers the rows as they are afterwards; none where nothing matched. What is so already is left as it is. */
  async update<N extends Noun>(noun: N, where: SQL | undefined, values: Partial<New<N>>): Promise<Row<N>[]> {
    const { table } = nouns[noun];
    const before = (await kit.locked(
      this.db
        .select()
        .from(table as typeof customers)
        .where(where),
    )) as Row<N>[];
    if (before.every((row) => isSo(row as unknown as Values, values as Values))) return before;
    const after = (await this.db
      .update(table as typeof customers)
      .set(values as never)
      .where(where)
      .returning()) as Row<N>[];
    const idOf = (row: Row<N>) => rowKey(noun, row);
    const old = new Map(before.map((row) => [idOf(row), row]));
    for (const row of after) this.note(noun, old.get(idOf(row)) ?? null, row);
    return after;
  }

  async remove<N extends Noun>(noun: N, where: SQL | undefined): Promise<Row<N>[]> {
    const rows = (await this.db
      .delete(nouns[noun].table as typeof customers)
      .where(where)
      .returning()) as Row<N>[];
    for (const row of rows) this.note(noun, row, null);
    return rows;
  }

  private note<N extends Noun>(noun: N, before: Row<N> | null, after: Row<N> | null): void {
    // Every tracked table has a tenant path, of one step or more; a CSP is its own.
    const row = (after ?? before) as unknown as Values;
    const columns = Object.keys(getTableColumns(nouns[noun].table)).filter(
      (name) => !dull.has(name) && !(nouns[noun].hide as readonly string[]).includes(name),
    );
    const was = before as unknown as Values | null;
    const is = after as unknown as Values | null;
    const told = was && is ? columns.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name])) : columns;
    const pick = (from: Values | null) => from && Object.fromEntries(told.map((name) => [name, from[name]]));
    this.entries.push({
      noun,
      id: String(row[nouns[noun].key]),
      cspId: String(row.cspId ?? row.id),
      resellerId: (row.resellerId as string | null | undefined) ?? (noun === "reseller" ? String(row.id) : null),
      customerId: (row.customerId as string | null | undefined) ?? (noun === "customer" ? String(row.id) : null),
      before: pick(was),
      after: pick(is),
    });
  }

  /** Writes what was noted. A write that found nothing to change is kept too: somebody asked for it. */
  async audit(action: string, actor: Actor, path: Pick<Entry, "cspId" | "resellerId" | "customerId">, at: Date) {
    if (this.entries.length > 0) return this.auditNoted(action, actor, at);
    const nothing = { subject: null, subjectId: null, before: null, after: null };
    await this.db.insert(auditEntries).values({ id: newId(at), ...stamp(action, actor, at), ...path, ...nothing });
  }

  /** Lists of customers are kept by the same writes that they tell of. */
  private async list(): Promise<void> {
    const told = this.entries.filter(({ noun }) => listed.includes(noun));
    const paths = told.flatMap(({ cspId, resellerId, customerId }) =>
      resellerId && customerId ? [{ cspId, resellerId, customerId }] : [],
    );
    await relist(this.db, paths);
    for (const { noun, id, cspId, before, after } of this.entries) {
      if (noun === "reseller" && before && typeof after?.name === "string") {
        await relistReseller(this.db, { cspId, resellerId: id }, after.name);
      }
    }
  }

  async auditNoted(action: string, actor: Actor, at: Date) {
    await raiseVersions(this.db, this.entries);
    await this.list();
    const rows = this.entries.map(({ noun, id, ...entry }) => ({
      id: newId(at),
      ...stamp(action, actor, at),
      ...entry,
      subject: noun,
      subjectId: id,
    }));
    // SQLite binds at most 32,766 values in a statement.
    for (let from = 0; from < rows.length; from += 500) {
      await this.db.insert(auditEntries).values(rows.slice(from, from + 500));
    }
  }
}

const isSo = (row: Values, values: Values): boolean =>
  Object.entries(values).every(
    ([name, value]) => dull.has(name) || value === undefined || JSON.stringify(row[name]) === JSON.stringify(value),
  );

const stamp = (action: string, actor: Actor, at: Date) => ({
  at,
  action,
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  surface: actor.surface,
  correlationId: actor.correlationId,
  ip: actor.ip,
});

const rowKey = <N extends Noun>(noun: N, row: Row<N>): string => {
  const values = row as unknown as Values;
  return `${values.customerId ?? ""} ${values[nouns[noun].key]}`;
};
