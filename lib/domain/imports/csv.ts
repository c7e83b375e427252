import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { invalid } from "@/lib/core/problem";
import { unguarded } from "../exports/csv";

export interface CsvRecord {
  /** Where it begins in the file; the head is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** So many bytes are parsed at a time, before others get their turn. */
const SLICE = 64 * 1024;

/** No export has as many. */
const MOST_COLUMNS = 200;

const DELIMITERS = [",", ";", "\t"];

/** Spreadsheets of some countries write semicolons. */
function delimiterOf(text: string): string {
  const head = text.slice(0, SLICE).split(/\r?\n/, 1)[0] ?? "";
  const counts = DELIMITERS.map((one) => head.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

async function* slices(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += SLICE) {
    yield bytes.subarray(from, from + SLICE);
    await new Promise(setImmediate);
  }
}

async function parsed(text: string, most: number): Promise<readonly Parsed[]> {
  // With `info`, each record comes with where it ended.
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const found: Parsed[] = [];
  try {
    for await (const record of Readable.from(slices(text), { objectMode: false }).pipe(parser)) {
      found.push(record as Parsed);
      if ((found[0]?.record.length ?? 0) > MOST_COLUMNS) break;
      // One more than the head and the rows that a file may have.
      if (found.length > most + 1) break;
    }
  } catch (error) {
    if (error instanceof CsvError) throw invalid(["csv"], `is not CSV: ${error.message}`, "format");
    throw error;
  }
  return found;
}

/** A head and the rows below it. 422 for what is no CSV, has no head or more than `most` rows. */
export async function readCsv(
  text: string,
  most: number,
): Promise<{ columns: readonly string[]; records: readonly CsvRecord[] }> {
  const [head, ...rows] = await parsed(text, most);
  if (!head) throw invalid(["csv"], "must have a head of column names", "missing");
  if (head.record.length > MOST_COLUMNS) {
    throw invalid(["csv"], `must have at most ${MOST_COLUMNS} columns; its head has more`, "range");
  }
  const columns = head.record.map((name) => name.trim().toLowerCase());
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice) throw invalid(["csv"], `has the column ${twice} twice`, "taken");
  if (rows.length === 0) throw invalid(["csv"], "must have a row below its head", "missing");
  if (rows.length > most) throw invalid(["csv"], `must have at most ${most} rows; it has more`, "range");
  const records = rows.map(({ record, info }) => {
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    const cells = columns.map((column, index) => [column, unguarded(record[index] ?? "")] as const);
    return { line: info.lines - breaks, cells: new Map(cells) };
  });
  return { columns, records };
}
