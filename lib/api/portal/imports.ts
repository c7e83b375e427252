import { countryOf } from "../../core/countries";
import type { Scope } from "../../core/scope";
import type { CustomerDetails } from "../../domain/customers/customer";
import { type CsvRecord, readCsv } from "../../domain/imports/csv";
import { digestOf, type FileRow, mapped, type PlannedRow, planImport } from "../../domain/imports/plan";
import * as imports from "../../domain/imports/run";
import { type Endpoint, Stream, serve } from "../serve";
import * as customers from "./customers.contract";
import * as contracts from "./imports.contract";
import { camelKeys } from "./names";
import { portal } from "./surface";

const on = serve(portal);

/** The details that a row of text can say. */
const Row = customers.CustomerDetails.pick({
  name: true,
  status: true,
  external_id: true,
  internal_identifier: true,
  description: true,
  tax_id: true,
  address_line1: true,
  address_line2: true,
  city: true,
  state: true,
  zip: true,
  country: true,
  first_name: true,
  middle_name: true,
  last_name: true,
  email: true,
  phone: true,
  phone_extension: true,
  language: true,
});
const known = Object.keys(Row.shape);

/** Spreadsheets are written by people: "germany" and "active" will do. */
const normalised: Record<string, (cell: string) => string> = {
  country: (cell) => countryOf(cell) ?? cell,
  status: (cell) => cell.toUpperCase(),
  language: (cell) => cell.toLowerCase(),
};

function rowOf({ line, cells }: CsvRecord): FileRow {
  const filled = known.flatMap((name): [string, string | null][] => {
    const cell = cells.get(name)?.trim();
    if (cell?.toLowerCase() === contracts.EMPTY) return [[name, name === "external_id" ? null : ""]];
    return cell ? [[name, (normalised[name] ?? String)(cell)]] : [];
  });
  const given = Object.fromEntries(filled);
  const { data, error } = Row.safeParse(given);
  const issues = error?.issues ?? [];
  return {
    line,
    id: cells.get("id")?.trim().toLowerCase() || undefined,
    // What is wrong is not written, but tells whom the row is about.
    details: camelKeys(data ?? given) as CustomerDetails,
    faults: issues.map(({ path, message }) => ({ field: camelField(String(path[0] ?? "")), message })),
  };
}

const camelField = (name: string): string => Object.keys(camelKeys({ [name]: null }))[0] ?? name;
const snakeFields = new Map(known.map((field) => [camelField(field), field]));
const snakeField = (name: string): string => snakeFields.get(name) ?? name;

async function rowsOf(csv: string) {
  const { columns, records } = await readCsv(csv, contracts.MOST_ROWS);
  const ignored = columns.filter((name) => name !== "id" && !known.includes(name));
  return { ignored, rows: await mapped(records, rowOf) };
}

const shownRow = ({ line, action, name, customerId, changes, faults, warning }: PlannedRow) => ({
  ...{ line, action, name, warning },
  customer_id: customerId,
  changes: changes.map((change) => ({ ...change, field: snakeField(change.field) })),
  faults: faults.map(({ field, message }) => ({ field: field && snakeField(field), message })),
});

const count = (rows: readonly PlannedRow[], of: PlannedRow["action"]) =>
  rows.filter(({ action }) => action === of).length;

const plan = on(contracts.planImport, async ({ scope, body }) => {
  const { ignored, rows } = await rowsOf(body.csv);
  const planned = await planImport(scope, rows);
  const facts = {
    plan: await digestOf(planned),
    counts: {
      create: count(planned, "create"),
      change: count(planned, "change"),
      skip: count(planned, "skip"),
      error: count(planned, "error"),
    },
    ignored_columns: ignored,
  };
  return new Stream(parts(facts, planned), "rows");
});

/** So many rows are written at a time, before others get their turn. */
const PART = 500;

async function* parts<F extends object>(facts: F, planned: readonly PlannedRow[]) {
  for (let from = 0; from < planned.length; from += PART) {
    yield { ...facts, rows: planned.slice(from, from + PART).map(shownRow) };
    await new Promise(setImmediate);
  }
}

const shown = ({ job, total, done, failed, faults, undoUntil, undoId }: imports.Import) => ({
  id: job.id,
  name: job.name,
  by: job.actorName,
  status: job.status,
  error: job.error,
  ...{ total, done, failed },
  faults: [...faults],
  started_at: job.startedAt,
  ended_at: job.endedAt,
  undo_until: undoUntil,
  undo_id: undoId,
  undoes_id: job.parentId,
});

const start = on(contracts.startImport, async ({ scope, body, now }) => {
  const { rows } = await rowsOf(body.csv);
  return shown(await imports.startImport(scope, rows, { plan: body.plan, name: body.name }, now));
});

const list = on(contracts.listImports, async ({ scope, now }) => ({
  items: (await imports.listImports(scope, now)).map(shown),
}));

/** Found before the body is looked at, as every subject is. */
const found = ({ scope, params, now }: { scope: Scope<"customers:write">; params: { id: string }; now: Date }) =>
  imports.getImport(scope, params.id, now);

const show = on(contracts.showImport, found, async ({ subject }) => shown(subject));

const undoing = on(contracts.previewUndo, found, ({ scope, subject, now }) =>
  imports.planUndo(scope, subject.job.id, now),
);

const undo = on(contracts.undoImport, found, async ({ scope, subject, now }) =>
  shown(await imports.undoImport(scope, subject.job.id, now)),
);

export const endpoints: readonly Endpoint[] = [plan, start, list, show, undoing, undo];
