import { AsyncLocalStorage } from "node:async_hooks";
import type { AnyScope } from "../lib/core/scope";
import { clock } from "../lib/core/time";
import { client } from "./client";
import type { Database } from "./kit";
import { type OperatorStores, openOperator, openReads, openWrites, type Reads, type Writes } from "./stores";
import { Changes } from "./stores/changes";

/** A transaction inside another one would wait for itself. */
const writing = new AsyncLocalStorage<string>();

function transaction<T>(name: string, work: (db: Database) => Promise<T>): Promise<T> {
  const outer = writing.getStore();
  if (outer) throw new Error(`${name} was started inside ${outer}: call the stores of the transaction at hand`);
  return writing.run(name, () => client().transaction(work));
}

/** Reads below the scope's tenant path. */
export const read = <T>(scope: AnyScope, work: (stores: Reads) => Promise<T>): Promise<T> =>
  work(openReads(client().reader, scope));

/**
 * Writes below the scope's tenant path: one transaction with its audit entries, or nothing. `action` is what the audit
 * log calls it (`customer.create`). Only SQL inside; keep hashing and HTTP outside, since everyone else waits.
 */
export const write = <T>(scope: AnyScope, action: string, work: (stores: Writes) => Promise<T>): Promise<T> =>
  transaction(action, async (db) => {
    const changes = new Changes(db);
    const result = await work(openWrites(db, scope, changes));
    const path = { cspId: scope.cspId, resellerId: scope.resellerId ?? null, customerId: scope.customerId ?? null };
    await changes.audit(action, scope.actor, path, clock());
    return result;
  });

/**
 * Crosses tenants on purpose: set-up, purging, waking jobs after a restart, counters. `operator` and `reason` are what
 * the audit log shows for the changes made.
 */
export const operate = <T>(
  operator: string,
  reason: string,
  work: (stores: OperatorStores) => Promise<T>,
): Promise<T> =>
  transaction(operator, async (db) => {
    const changes = new Changes(db);
    const result = await work(openOperator(db, changes));
    const actor = {
      kind: "system",
      id: operator,
      name: operator,
      surface: "system",
      correlationId: reason,
      ip: "",
    } as const;
    await changes.auditNoted(reason, actor, clock());
    return result;
  });

export { isCurrent } from "./migrate";
export type { Reads, Writes } from "./stores";
export type { AuditEntry, AuditFilter, Named } from "./stores/audit";
export type { New, Noun, Row } from "./stores/changes";
export type { Collection } from "./stores/collections";
export type { PageFilter, PagePlace } from "./stores/customer-pages";
export type { CustomerValues } from "./stores/customers";
export type { KeyFilter } from "./stores/keys";
export type { Facet, ListFilter } from "./stores/list-filter";
export type { ListPlace } from "./stores/places";
export type { Plan } from "./stores/plans";
export type { Project } from "./stores/projects";
export type { Provider } from "./stores/providers";
export type { Resource, ResourceRow, StorageSample } from "./stores/resources";
