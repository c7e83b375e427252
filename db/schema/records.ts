import { kit } from "../kit";
import { csps } from "./tenants";

const { table, text, int, instant, json, oneOf, index, primaryKey } = kit;

/** Rows that outlive what they speak of: no foreign keys but the CSP's. */
const recordColumns = () => ({
  cspId: text()
    .notNull()
    .references(() => csps.id),
  resellerId: text(),
  customerId: text(),
});

/** What was done, by whom, from where. Append-only: the store has no update and no delete. */
export const auditEntries = table(
  "audit_entries",
  {
    id: text().primaryKey(),
    ...recordColumns(),
    at: instant().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    surface: text().notNull(),
    /** `noun.verb`: customer.create */
    action: text().notNull(),
    /** The noun that was changed, and its id. */
    subject: text(),
    subjectId: text(),
    /** Only the fields that changed; null before a creation and after a deletion. */
    before: json<Record<string, unknown>>(),
    after: json<Record<string, unknown>>(),
    correlationId: text().notNull(),
    ip: text().notNull().default(""),
  },
  (t) => [
    index("audit_by_csp").on(t.cspId, t.id),
    index("audit_by_tenant").on(t.cspId, t.resellerId, t.id),
    index("audit_by_customer").on(t.cspId, t.customerId, t.id),
    index("audit_by_correlation").on(t.cspId, t.correlationId),
  ],
);

export const jobStatuses = ["WAITING", "RUNNING", "DONE", "ERROR"] as const;

export const jobs = table(
  "jobs",
  {
    id: text().primaryKey(),
    ...recordColumns(),
    action: text().notNull(),
    status: oneOf(jobStatuses).notNull(),
    name: text().notNull().default(""),
    description: text().notNull().default(""),
    startedAt: instant().notNull(),
    endedAt: instant(),
    error: text(),
    parentId: text(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    /** What a waiting job needs to be run after a restart; emptied when it ends. */
    input: json<Record<string, unknown>>(),
    result: json<unknown>(),
  },
  (t) => [index("jobs_by_tenant").on(t.cspId, t.resellerId, t.id), index("jobs_by_status").on(t.status)],
);

/** What an import is to do and has done, customer by customer; kept as long as it can be undone. */
export const importSteps = table(
  "import_steps",
  {
    cspId: text()
      .notNull()
      .references(() => csps.id),
    jobId: text().notNull(),
    position: int().notNull(),
    step: json<Record<string, unknown>>().notNull(),
    /** What undoing it begins from; null before it is done, and where it could not be. */
    applied: json<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.position] })],
);
