import { type BatchColumn, ColumnBatch } from "../../microfs/core";
import { FormatError } from "../format-error";
import type { BuiltColumn } from "./columns/built-column";
import type { NotedRows } from "./count-losses";
import { type CsvPlan, columnsRead, type RejectedRow } from "./csv-plan";
import { REASONS } from "./rejection-reasons";
import { RowReader } from "./row-reader";
import { isBlankRow, planTokenizer } from "./tokenize-csv";
import { type ReadOptions, utf8Chunks } from "./utf8-chunks";

/** Some rows of a file, in its order. */
export interface CsvBatch extends NotedRows {
  /** The columns of `columnsRead`. */
  rows: ColumnBatch;
  /** Shape [rows]. The line of the file each row begins on, from 1. */
  lines: Int32Array<ArrayBuffer>;
  /** The rows among them that could not be read, in the order of their lines. */
  rejected: RejectedRow[];
  /** How many times without a zone came twice in the plan's zone; the first coming was taken. */
  ambiguousTimes: number;
}

export interface ReadCsvOptions extends ReadOptions {
  /** The most rows a batch has, and the most it rejects. */
  batchRows?: number;
}

/** Columns have room for a batch from the beginning: a file of thousands of columns gets smaller batches. */
const MOST_CELLS = 4_000_000;

/** The rows that a batch of so many columns has room for, `wanted` at most. */
export function mostRows(columns: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, Math.floor(MOST_CELLS / columns)));
}

/**
 * Reads a CSV file by a plan, a megabyte at a time; no more than a batch of it is ever held.
 *
 * Blank cells are null, and in typed columns so are cells of spaces. Blank lines are no rows, but a null in a file
 * of one column. Blank cells past the last column are passed over. A row with too few or too many cells, an unreadable cell, or no key or time is rejected; all others
 * come out, in order. There is always at least one batch, maybe without rows.
 *
 * @returns The batches. Costs O(n); see docs/benchmarks.md for how fast.
 * @throws FormatError `invalid_plan`, `unknown_zone` or `row_too_long`; `empty_key_column` after the last batch where
 *   no row had a key. The signal's reason when it is aborted.
 */
export async function* readCsv(
  file: Blob,
  plan: CsvPlan,
  options: ReadCsvOptions = {},
): AsyncGenerator<CsvBatch, void, undefined> {
  yield* readCsvChunks(utf8Chunks(file, plan.encoding, options), plan, options.batchRows);
}

/** The same for text that comes as UTF-8 bytes, cut anywhere. */
export async function* readCsvChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  plan: CsvPlan,
  batchRows = 100_000,
): AsyncGenerator<CsvBatch, void, undefined> {
  const reader = new RowReader(plan, mostRows(columnsRead(plan).length, batchRows));
  const cells = planTokenizer(plan);
  const seen = { rows: 0, rejected: 0, withoutKey: 0, batches: 0 };
  let isHeader = plan.hasHeader;

  function* readRows(bytes: Uint8Array, isLast: boolean): Generator<CsvBatch, Uint8Array, undefined> {
    const used = cells.tokenize(bytes, isLast);
    let broken = 0;
    for (let row = 0; row <= cells.rows; row++) {
      const line = row < cells.rows ? (cells.rowLines[row] as number) : Number.POSITIVE_INFINITY;
      for (
        let quote = cells.broken[broken];
        quote !== undefined && quote.line < line;
        quote = cells.broken[++broken]
      ) {
        if (reader.isFull) yield batch();
        reader.rejectBroken(quote);
      }
      if (row === cells.rows) break;
      if (isHeader) isHeader = isBlankRow(cells, row);
      else {
        if (reader.isFull) yield batch();
        reader.readRow(cells, row, bytes);
      }
    }
    return bytes.subarray(used);
  }

  function batch(): CsvBatch {
    const built = reader.take();
    seen.batches++;
    seen.rows += built.lines.length;
    seen.rejected += built.rejected.length;
    for (const { column, reason } of built.rejected)
      if ((reason === REASONS.empty || reason === REASONS.nullWord) && plan.key.includes(column))
        seen.withoutKey++;
    const { columns, ...rest } = built;
    return { rows: columnBatch(reader.columns, columns, built.lines.length), ...rest };
  }

  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) rest = yield* readRows(joined(rest, chunk), false);
  yield* readRows(rest, true);
  if (reader.rows > 0 || reader.rejected.length > 0 || seen.batches === 0) yield batch();
  if (seen.rows === 0 && seen.withoutKey > 0 && seen.withoutKey === seen.rejected)
    throw emptyKeyColumn(plan, seen.rejected);
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  const bytes = new Uint8Array(rest.length + chunk.length);
  bytes.set(rest);
  bytes.set(chunk, rest.length);
  return bytes;
}

function emptyKeyColumn(plan: CsvPlan, rows: number): FormatError {
  const names = plan.key.map((name) => `“${name}”`).join(", ");
  return new FormatError(
    "empty_key_column",
    `The key ${names} is empty in all ${rows} rows, so that no row belongs to anything. Choose another key column.`,
  );
}

/** The columns as the engine takes them. Nothing is copied. */
function columnBatch(
  names: ReadonlyArray<{ name: string }>,
  columns: readonly BuiltColumn[],
  rows: number,
): ColumnBatch {
  return new ColumnBatch(
    rows,
    new Map(columns.map((column, at) => [names[at]?.name ?? "", batchColumn(column)])),
  );
}

function batchColumn(column: BuiltColumn): BatchColumn {
  const { type, valid } = column;
  switch (column.type) {
    case "string":
      return { type, values: column.codes, valid, texts: column.dictionary };
    case "timestamp":
      return { type, values: column.valuesUs, valid, texts: null };
    default:
      return { type, values: column.values, valid, texts: null };
  }
}
