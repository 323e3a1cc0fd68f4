import { type Data, DataType, makeVector, Precision, type Table, TimeUnit } from "apache-arrow";
import { formatTime } from "../../microfs/core";
import type { CsvDelimiter, RejectedRow } from "./csv-plan";
import { escapeFormula, isFormula } from "./formula";

export interface WriteCsvOptions {
  delimiter?: CsvDelimiter;
  /** Whether texts that a spreadsheet would run get an apostrophe (they do, unless this is false): see `formula.ts`. */
  escapeFormulas?: boolean;
}

const CHUNK_ROWS = 8192;

/**
 * A table as CSV text, some thousand rows at a time: a header, lines that end in CRLF, as RFC 4180 says.
 *
 * Nothing is lost: 64-bit integers are written in full, floats as the shortest text that reads back as the same double
 * (and `NaN`, `Infinity`), times in UTC with as many decimals as they have. A null is a blank cell and an empty text is
 * `""`; a text column read with `quotedBlankIsNull: false` and `unescapeFormulas: true` is as it was.
 */
export function* writeCsv(table: Table, options: WriteCsvOptions = {}): Generator<string, void, undefined> {
  const { delimiter = ",", escapeFormulas = true } = options;
  const quote = (text: string) => (escapeFormulas ? quoteSafeCell : quoteCell)(text, delimiter);
  yield `${table.schema.fields.map((field) => quote(field.name)).join(delimiter)}\r\n`;
  // A row that is blank but for a null would be no row to most readers.
  const blankRow = table.numCols === 1 ? '""' : "";
  for (const batch of table.batches) {
    const cells = batch.data.children.map((column) => cellWriter(column, quote));
    for (let from = 0; from < batch.numRows; from += CHUNK_ROWS) {
      const to = Math.min(from + CHUNK_ROWS, batch.numRows);
      let text = "";
      for (let row = from; row < to; row++) {
        let line = "";
        for (let at = 0; at < cells.length; at++) {
          if (at > 0) line += delimiter;
          line += cells[at]?.(row) ?? "";
        }
        text += `${line === "" ? blankRow : line}\r\n`;
      }
      yield text;
    }
  }
}

/**
 * How many texts of a table, its column names among them, a spreadsheet would run where they are written as they are.
 * Each different text is looked at once.
 */
export function countFormulas(table: Table): number {
  let count = table.schema.fields.filter(({ name }) => isFormula(name)).length;
  for (const column of table.batches.flatMap((batch) => batch.data.children)) {
    if (!DataType.isDictionary(column.type)) continue;
    const texts: unknown[] = [...(column.dictionary ?? [])];
    const runs = texts.map((text) => typeof text === "string" && isFormula(text));
    if (!runs.includes(true)) continue;
    for (let row = 0; row < column.length; row++) {
      if (column.getValid(row) && runs[Number(column.values[row])]) count++;
    }
  }
  return count;
}

/** A function that gives a row's cell, ready to be written; `""` for a null. */
function cellWriter(column: Data<DataType>, quote: (text: string) => string): (row: number) => string {
  const text = valueWriter(column, quote);
  if (column.nullCount === 0) return text;
  return (row) => (column.getValid(row) ? text(row) : "");
}

function valueWriter(column: Data<DataType>, quote: (text: string) => string): (row: number) => string {
  const { values, type } = column;
  if (DataType.isDictionary(type)) return dictionaryWriter(column, quote);
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.MICROSECOND) return timeWriter(values);
  if (DataType.isBool(type)) {
    return (row) => {
      const bit = column.offset + row;
      return (values[bit >> 3] >> (bit & 7)) & 1 ? "true" : "false";
    };
  }
  if (DataType.isInt(type)) return (row) => String(values[row]);
  if (DataType.isFloat(type) && type.precision !== Precision.HALF) {
    return (row) => (Object.is(values[row], -0) ? "-0" : String(values[row]));
  }
  const vector = makeVector(column);
  return (row) => quote(String(vector.get(row)));
}

/** Each different text is quoted once, not once a row. */
function dictionaryWriter(
  { dictionary, values }: Data<DataType>,
  quote: (text: string) => string,
): (row: number) => string {
  const cells = new Map<number, string>();
  return (row) => {
    const code = Number(values[row]);
    let cell = cells.get(code);
    if (cell === undefined) {
      const text: unknown = dictionary?.get(code);
      cell = text === null || text === undefined ? "" : quote(String(text));
      cells.set(code, cell);
    }
    return cell;
  };
}

/** Tables are often in time order, and a join repeats times: the last one is remembered. */
function timeWriter(valuesUs: BigInt64Array): (row: number) => string {
  let lastUs: bigint | undefined;
  let lastText = "";
  return (row) => {
    const us = valuesUs[row] ?? 0n;
    if (us !== lastUs) {
      lastUs = us;
      lastText = formatTime(us);
    }
    return lastText;
  };
}

/** The rejected rows as CSV for a download: line, column, value, reason. Texts are safe to open in a spreadsheet. */
export function rejectedToCsv(rejected: Iterable<RejectedRow>): string {
  const lines = ["line,column,value,reason"];
  for (const { line, column, value, reason } of rejected) {
    lines.push([String(line), ...[column, value, reason].map((text) => quoteSafeCell(text, ","))].join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/**
 * A text as one cell, by RFC 4180: in quotes where it holds the delimiter, a quote or a line end, or is empty
 * (a null is a blank cell without quotes), or begins or ends with a space, which some readers drop.
 */
function quoteCell(text: string, delimiter: string): string {
  const needsQuotes = text === "" || text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same, made safe to open in a spreadsheet: see `formula.ts`. */
function quoteSafeCell(text: string, delimiter: string): string {
  return quoteCell(escapeFormula(text), delimiter);
}
