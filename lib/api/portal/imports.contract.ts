import { z } from "zod";
import { contract } from "../contract";
import { instant, text } from "../wire";
import { id } from "./pieces.contract";

/** The most rows that one file may have. */
export const MOST_ROWS = 20_000;
/** What a request with such a file may take, in bytes. */
const BYTES = 10 * 1024 * 1024;
/** What a cell says to empty a field: in a cell that says nothing, nothing is said of the field. */
export const EMPTY = "<empty>";

const csv = z.string().min(1, "must not be empty").meta({
  description:
    "A head of column names as the export has them, and a row for each customer. A row with an `id`, or with the `external_id` of one customer, changes that customer; any other creates one. An empty cell leaves a field as it is, `<empty>` empties it. At most 20,000 rows",
});

const Fault = z.object({
  field: z.string().nullable().meta({ description: "The column; null where it is the row as a whole" }),
  message: z.string(),
});

export const importActions = ["create", "change", "skip", "error"] as const;
export type ImportAction = (typeof importActions)[number];

const PlannedRow = z.object({
  line: z.int().meta({ description: "In the file; the head is line 1" }),
  action: z.enum(importActions),
  name: z.string(),
  customer_id: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  faults: z.array(Fault),
  warning: z.string().nullable(),
});
export type PlannedRow = z.output<typeof PlannedRow>;

const counts = z.object({ create: z.int(), change: z.int(), skip: z.int(), error: z.int() });

export const planImport = contract({
  id: "planImport",
  method: "POST",
  path: "/api/v1/imports/plan",
  tag: "Imports",
  summary: "Show what an import of customers would do",
  description: "Row by row, from CSV. Nothing is written.",
  needs: ["customers:read", "customers:write"],
  body: z.strictObject({ csv }),
  bodyLimit: BYTES,
  reply: z.object({
    plan: z
      .string()
      .meta({ description: "Send it with the import: 412 where the same file would now do anything else" }),
    counts,
    ignored_columns: z.array(z.string()),
    rows: z.array(PlannedRow),
  }),
  status: 200,
  problems: ["request.invalid"],
  examples: [{ body: { csv: "name,city,country\nHarbour Lights GmbH,Kiel,DE\n" } }],
});

export const importStates = ["WAITING", "RUNNING", "DONE", "ERROR"] as const;

const Import = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  status: z.enum(importStates),
  error: z.string().nullable(),
  total: z.int().meta({ description: "Rows to write" }),
  done: z.int(),
  failed: z.int().meta({ description: "Of those done, rows that could not be written any more" }),
  faults: z
    .array(z.object({ line: z.int(), message: z.string() }))
    .meta({ description: "The first thousand of those that failed" }),
  started_at: instant(),
  ended_at: instant().nullable(),
  undo_until: instant().nullable().meta({ description: "Null where there is nothing to undo, or it is being undone" }),
  undo_id: z.string().nullable().meta({ description: "The import that undoes this one" }),
  undoes_id: z.string().nullable().meta({ description: "The import that this one undoes" }),
});
export type Import = z.output<typeof Import>;

export const startImport = contract({
  id: "startImport",
  method: "POST",
  path: "/api/v1/imports",
  tag: "Imports",
  summary: "Import customers",
  description:
    "Rows with an error are left out. Sent again while it runs, the same file is refused. It goes on in the background: `showImport` tells how far it has come.",
  needs: ["customers:read", "customers:write"],
  body: z.strictObject({
    csv,
    plan: z
      .string()
      .regex(/^[\w-]{43}$/, "must be the plan that was answered for the file")
      .optional()
      .meta({ description: "As planned; without it whatever the file does now is done" }),
    name: text().optional().meta({ description: "What people know it by: the file's name" }),
  }),
  bodyLimit: BYTES,
  reply: Import,
  status: 202,
  problems: ["request.invalid", "version.stale", "resource.conflict"],
  examples: [{ body: { csv: "name,city\nQuay {random},Cork\n", name: "quays.csv" } }],
});

export const listImports = contract({
  id: "listImports",
  method: "GET",
  path: "/api/v1/imports",
  tag: "Imports",
  summary: "List the latest imports",
  needs: "customers:write",
  reply: z.object({ items: z.array(Import) }),
  status: 200,
  examples: [{}],
});

export const showImport = contract({
  id: "showImport",
  method: "GET",
  path: "/api/v1/imports/{id}",
  tag: "Imports",
  summary: "Show how far an import has come",
  needs: "customers:write",
  params: id,
  reply: Import,
  status: 200,
  problems: ["resource.missing"],
  examples: [{ params: { id: "{import}" } }],
});

export const previewUndo = contract({
  id: "previewImportUndo",
  method: "GET",
  path: "/api/v1/imports/{id}/undo",
  tag: "Imports",
  summary: "What undoing an import would do",
  description: "Nothing is changed.",
  needs: "customers:write",
  params: id,
  reply: z.object({
    deleted: z.int().meta({ description: "Customers that it created: they would be deleted" }),
    restored: z.int().meta({ description: "Customers that it changed: they would be as before" }),
    kept: z
      .int()
      .meta({ description: "Customers that were changed, worked on or deleted since: they stay as they are" }),
  }),
  status: 200,
  problems: ["resource.missing", "resource.conflict"],
  examples: [{ params: { id: "{import}" } }],
});

export const undoImport = contract({
  id: "undoImport",
  method: "POST",
  path: "/api/v1/imports/{id}/undo",
  tag: "Imports",
  summary: "Undo an import",
  description:
    "Within 24 hours, where nothing has changed since: what it created and nobody has worked on is deleted, what it changed is as before.",
  needs: "customers:write",
  params: id,
  reply: Import,
  status: 202,
  problems: ["resource.missing", "resource.conflict"],
  examples: [{ params: { id: "{import}" } }],
});
