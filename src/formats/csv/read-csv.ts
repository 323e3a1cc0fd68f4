import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
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
  /** The columns of `columnsRead`. Each batch's text columns have dictionaries of their own. */
  table: Table;
  /** Shape [rows of `table`]. The line of the file each row begins on, from 1. */
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
      if (reason === REASONS.empty && plan.key.includes(column)) seen.withoutKey++;
    const { columns, ...rest } = built;
    return { table: batchTable(reader.columns, columns, built.lines.length), ...rest };
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
  const names = plan.key.map((name) => JSON.stringify(name)).join(", ");
  return new FormatError(
    "empty_key_column",
    `The key ${names} is empty in all ${rows} rows, so that no row belongs to anything. Choose another key column.`,
  );
}

/**
 * The columns as an Arrow table of one record batch. Zero-copy but for the null bits and the bools.
 * Built field by field, not from an object by name, so that a column may be named `__proto__`.
 */
function batchTable(
  names: ReadonlyArray<{ name: string }>,
  columns: readonly BuiltColumn[],
  rows: number,
): Table {
  const data = columns.map((column) => columnData(column, rows));
  const fields = data.map(({ type }, at) => new Field(names[at]?.name ?? "", type, true));
  const schema = new Schema(fields);
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(fields), length: rows, nullCount: 0, children: data }),
  );
  return new Table(schema, [batch]);
}

function columnData(column: BuiltColumn, rows: number): Data<DataType> {
  const nulls = {
    length: rows,
    nullCount: column.nulls,
    nullBitmap: column.nulls > 0 ? packed(column.valid) : null,
  };
  switch (column.type) {
    case "int64":
      return makeData({ type: new Int64(), data: column.values, ...nulls });
    case "float64":
      return makeData({ type: new Float64(), data: column.values, ...nulls });
    case "bool":
      return makeData({ type: new Bool(), data: packed(column.values), ...nulls });
    case "timestamp":
      return makeData({ type: new TimestampMicrosecond("UTC"), data: column.valuesUs, ...nulls });
    case "string": {
      const { length, offsets, bytes } = column.dictionary;
      const texts = makeVector(
        makeData({ type: new Utf8(), length, nullCount: 0, valueOffsets: offsets, data: bytes }),
      );
      // A new type for each: two columns of one dictionary id throw.
      return makeData({
        type: new Dictionary(new Utf8(), new Int32()),
        data: column.codes,
        dictionary: texts,
        ...nulls,
      });
    }
  }
}

/** One bit for each byte that is not 0, the lowest bit first. */
function packed(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array((flags.length + 7) >> 3);
  for (let at = 0; at < flags.length; at++) {
    if (flags[at] !== 0) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}
