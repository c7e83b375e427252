import { z } from "zod";
import { contract } from "../contract";
import { instant, text, uuid } from "../wire";
import { attachment, cursor, limit, moment, named, paging } from "./pieces.contract";

/** What was done, by whom, from where: the audit log, and a customer's part of it. */

const Values = z.record(z.string(), z.unknown()).nullable();

export const AuditEntry = z.object({
  id: z.string(),
  at: instant(),
  actor: named.extend({ kind: z.string() }),
  surface: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  subject_id: z.string().nullable(),
  reseller_id: z.string().nullable(),
  customer: named.extend({ name: z.string().nullable() }).nullable(),
  before: Values.meta({ description: "Only what changed; null for what was made" }),
  after: Values.meta({ description: "Only what changed; null for what was removed" }),
  correlation_id: z.string(),
  ip: z.string(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const auditFilter = {
  actor: text(200).optional().meta({ description: "An id, or the beginning of a name" }),
  action: text(100).optional().meta({ description: "`customer.create`, or `customer` for all of them" }),
  surface: text(30).optional(),
  reseller_id: uuid().optional(),
  customer_id: uuid().optional(),
  subject_id: text().optional(),
  correlation_id: text().optional(),
  from: moment().optional(),
  to: moment().optional().meta({ description: "Before this" }),
};
export type AuditFilter = z.output<z.ZodObject<typeof auditFilter>>;
const tag = "Activity";
const { next } = paging;

export const listAudit = contract({
  id: "listAudit",
  method: "GET",
  path: "/api/v1/audit",
  tag,
  summary: "List what was done, the latest first",
  needs: "audit:read",
  query: z.strictObject({ ...auditFilter, cursor: cursor().optional(), limit: limit() }),
  reply: z.object({ items: z.array(AuditEntry), next }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{}, { query: { action: "customer", surface: "portal", from: "2026-01-01", limit: "5" } }],
});

export const exportAudit = contract({
  id: "exportAudit",
  method: "GET",
  path: "/api/v1/audit/export",
  tag,
  summary: "Export the audit log as CSV",
  needs: "audit:read",
  query: z.strictObject(auditFilter),
  reply: z.string(),
  produces: "text/csv; charset=utf-8",
  status: 200,
  headers: attachment,
  problems: ["request.invalid"],
  examples: [{ query: { action: "customer.create" } }],
});

export const listActivity = contract({
  id: "listActivity",
  method: "GET",
  path: "/api/v1/customers/{customer_id}/activity",
  tag,
  summary: "List what was done with a customer, the latest first",
  needs: "audit:read",
  params: z.strictObject({ customer_id: uuid() }),
  query: z.strictObject({ cursor: cursor().optional(), limit: limit() }),
  reply: z.object({ items: z.array(AuditEntry), next }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ params: { customer_id: "{customer}" } }],
});
