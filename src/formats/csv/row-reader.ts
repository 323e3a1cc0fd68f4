import type { BuiltColumn, ColumnBuilder } from "./columns/built-column";
import { columnBuilder } from "./columns/column-builder";
import { ZoneClock } from "./columns/zone-clock";
import { type CsvColumn, type CsvPlan, checkPlan, type RejectedRow } from "./csv-plan";
import { REASONS } from "./rejection-reasons";
import { type BrokenQuote, type CsvTokenizer, cellBytes, ESCAPED, QUOTED, shownText } from "./tokenize-csv";

/** A column of the plan that is read, and where in a row it stands. */
interface ReadColumn {
  column: CsvColumn;
  cell: number;
  isRequired: boolean;
  /** The words for null beside the blank, as bytes. */
  nulls: Uint8Array[];
}

/** The rows read so far: one built column for each included column of the plan, and each row's line. */
export interface BuiltRows {
  columns: BuiltColumn[];
  lines: Int32Array<ArrayBuffer>;
  rejected: RejectedRow[];
  /** How many times were written without a zone and came twice there; the first coming was taken. */
  ambiguousTimes: number;
}

/**
 * Turns tokenized rows into typed columns by a plan, `capacity` rows at a time.
 * A row is taken whole or listed as rejected with its first bad column.
 */
export class RowReader {
  readonly capacity: number;
  readonly columns: readonly CsvColumn[];
  rows = 0;
  rejected: RejectedRow[] = [];
  readonly #plan: CsvPlan;
  readonly #clock: ZoneClock;
  readonly #read: ReadColumn[];
  #builders: ColumnBuilder[];
  #lines: Int32Array<ArrayBuffer>;
  #ambiguousBefore = 0;

  /** @throws FormatError `invalid_plan` or `unknown_zone`. */
  constructor(plan: CsvPlan, capacity: number) {
    checkPlan(plan);
    this.capacity = capacity;
    this.#plan = plan;
    this.#clock = new ZoneClock(plan.zone);
    const required = new Set([...plan.key, plan.eventTime, plan.createdTime]);
    const encoder = new TextEncoder();
    this.#read = plan.columns
      .map((column, cell) => ({
        column,
        cell,
        isRequired: required.has(column.name),
        nulls: column.nulls.map((word) => encoder.encode(word)),
      }))
      .filter(({ column }) => column.included);
    this.columns = this.#read.map(({ column }) => column);
    this.#builders = this.#newBuilders();
    this.#lines = new Int32Array(capacity);
  }

  /** Whether {@link take} should be called before the next row. */
  get isFull(): boolean {
    return this.rows === this.capacity || this.rejected.length >= this.capacity;
  }

  /** Reads one row of `cells`: into the columns, or onto the list of the rejected. Returns whether it was taken. */
  readRow(cells: CsvTokenizer, row: number, bytes: Uint8Array): boolean {
    const first = cells.rowCells[row] as number;
    const line = cells.rowLines[row] as number;
    const count = (cells.rowCells[row + 1] as number) - first;
    if (count !== this.#plan.columns.length) return this.#rejectRagged(cells, first, count, line, bytes);
    for (let at = 0; at < this.#read.length; at++) {
      const read = this.#read[at] as ReadColumn;
      const fault = this.#readCell(
        read,
        this.#builders[at] as ColumnBuilder,
        cells,
        first + read.cell,
        bytes,
      );
      if (fault === undefined) continue;
      this.#reject(line, read.column.name, shownText(cellBytes(cells, first + read.cell, bytes)), fault);
      return false;
    }
    this.#lines[this.rows++] = line;
    return true;
  }

  /** Lists a row that a quote broke. */
  rejectBroken({ line, cell, shown, reason }: BrokenQuote): void {
    this.#reject(line, this.#columnName(cell), shownText(shown), reason);
  }

  /** The rows since the last call. The reader is empty afterwards. */
  take(): BuiltRows {
    const built = {
      columns: this.#builders.map((builder) => builder.finish(this.rows)),
      lines: this.#lines.slice(0, this.rows),
      rejected: this.rejected,
      ambiguousTimes: this.#clock.ambiguous - this.#ambiguousBefore,
    };
    this.#ambiguousBefore = this.#clock.ambiguous;
    this.#builders = this.#newBuilders();
    this.rows = 0;
    this.rejected = [];
    return built;
  }

  #newBuilders(): ColumnBuilder[] {
    return this.columns.map((column) => columnBuilder(column, this.capacity, this.#clock, this.#plan));
  }

  #readCell(
    { isRequired, nulls }: ReadColumn,
    builder: ColumnBuilder,
    cells: CsvTokenizer,
    cell: number,
    bytes: Uint8Array,
  ): string | undefined {
    const flags = cells.flags[cell] as number;
    let from = bytes;
    let start = cells.starts[cell] as number;
    let end = cells.ends[cell] as number;
    if (flags & ESCAPED) {
      from = cellBytes(cells, cell, bytes);
      start = 0;
      end = from.length;
    }
    if (nulls.length > 0 && isOneOf(nulls, from, start, end)) builder.setNull(this.rows);
    else {
      const fault = builder.read(from, start, end, (flags & QUOTED) !== 0, this.rows);
      if (fault !== undefined) return fault;
    }
    return isRequired && builder.isNull(this.rows) ? REASONS.empty : undefined;
  }

  #rejectRagged(cells: CsvTokenizer, first: number, count: number, line: number, bytes: Uint8Array): boolean {
    const wanted = this.#plan.columns.length;
    const value = count > wanted ? shownText(cellBytes(cells, first + wanted, bytes)) : "";
    this.#reject(line, this.#columnName(Math.min(count, wanted - 1)), value, REASONS.ragged(count, wanted));
    return false;
  }

  #reject(line: number, column: string, value: string, reason: string): void {
    this.rejected.push({ line, column, value, reason });
  }

  #columnName(cell: number): string {
    return this.#plan.columns[Math.min(cell, this.#plan.columns.length - 1)]?.name ?? "";
  }
}

function isOneOf(words: readonly Uint8Array[], bytes: Uint8Array, start: number, end: number): boolean {
  return words.some(
    (word) => word.length === end - start && word.every((byte, at) => bytes[start + at] === byte),
  );
}
