import { stringify } from "csv-stringify/sync";

/** One column of a CSV file: its head and what stands below it. */
export type CsvColumns<T> = Readonly<Record<string, (row: T) => string | number | boolean | Date | null | undefined>>;

/** A cell that begins like a formula would be run by whoever opens the file. A mark that is there already gets another. */
const guarded = (cell: string): string => cell.replace(/^(?='*[=+\-@\t\r＝＋－＠])/, "'");

/** What was guarded, as it was. */
export const unguarded = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, "");

const OPTIONS = {
  cast: {
    string: guarded,
    date: (value: Date) => value.toISOString(),
    boolean: (value: boolean) => (value ? "true" : "false"),
  },
  record_delimiter: "windows",
  quoted_match: /[\r\n]/,
} as const;

/** CSV (RFC 4180, UTF-8 with a mark, which spreadsheets need) of rows that come in chunks. */
export async function* csvOf<T>(chunks: AsyncIterable<readonly T[]>, columns: CsvColumns<T>): AsyncGenerator<string> {
  const values = Object.values(columns);
  yield `\ufeff${stringify([Object.keys(columns)], OPTIONS)}`;
  for await (const chunk of chunks) {
    if (chunk.length > 0) {
      yield stringify(
        chunk.map((row) => values.map((value) => value(row))),
        OPTIONS,
      );
    }
  }
}
