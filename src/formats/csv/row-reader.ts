import { dropSpaces, isOneOf, SPACE, skipSpaces, TAB } from "./bytes";
import type { BuiltColumn, ColumnBuilder } from "./columns/built-column";
import { columnBuilder } from "./columns/column-builder";
import { ZoneClock } from "./columns/zone-clock";
import type { NotedColumn } from "./count-losses";
import { type CsvColumn, type CsvPlan, checkPlan, columnsRead, type RejectedRow } from "./csv-plan";
import { type MadeReader, madeReader } from "./made-columns";
import { REASONS } from "./rejection-reasons";
import {
  type BrokenQuote,
  type CsvTokenizer,
  cellBytes,
  ESCAPED,
  INDENTED,
  QUOTED,
  shownText,
} from "./tokenize-csv";

/** A column of the plan that is read, and where in a row it stands. */
interface ReadColumn {
  column: CsvColumn;
  cell: number;
  isRequired: boolean;
  /** The words for null beside the blank, as bytes. */
  nulls: Uint8Array[];
  isText: boolean;
  /** Whether blanks around the cell are no part of it. */
  trims: boolean;
}

/** The rows read so far: one built column for each of `columnsRead`, and each row's line. */
export interface BuiltRows {
  columns: BuiltColumn[];
  /** Shape [columns]. What was noted of the cells of the rows. */
  noted: NotedColumn[];
  lines: Int32Array<ArrayBuffer>;
  rejected: RejectedRow[];
  /** How many times were written without a zone and came twice there; the first coming was taken. */
  ambiguousTimes: number;
  /** Rows with blank cells past the plan's last column, which are passed over. */
  rowsWithBlankTail: number;
  /** Texts in quotes after blanks, which are no part of them. */
  indentedTexts: number;
}

/**
 * Turns tokenized rows into typed columns by a plan, `capacity` rows at a time.
 * A row is taken whole or listed as rejected with its first bad column.
 */
export class RowReader {
  readonly capacity: number;
  /** What comes out, made columns last. */
  readonly columns: ReadonlyArray<{ name: string }>;
  rows = 0;
  rejected: RejectedRow[] = [];
  readonly #plan: CsvPlan;
  readonly #clock: ZoneClock;
  readonly #read: ReadColumn[];
  readonly #made: MadeReader[];
  /** Of the file's columns that are read, then of the made ones. */
  readonly #builders: ColumnBuilder[];
  readonly #lines: Int32Array<ArrayBuffer>;
  #ambiguousBefore = 0;
  #rowsWithBlankTail = 0;
  #indentedTexts = 0;
  #indentedInRow = 0;

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
        isText: column.type === "string",
        trims: column.type !== "string" || column.trim,
      }))
      .filter(({ column }) => column.included);
    this.#made = plan.made.map((made) => madeReader(made, plan, required.has(made.name), this.#clock));
    this.columns = columnsRead(plan);
    this.#builders = [
      ...this.#read.map(({ column }) => columnBuilder(column, capacity, this.#clock, plan)),
      ...this.#made.map((made) => made.newBuilder(capacity)),
    ];
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
    const wanted = this.#plan.columns.length;
    const hasTail = count > wanted;
    if (count !== wanted) {
      const filled = hasTail ? firstFilled(cells, first + wanted, first + count, bytes) : -1;
      if (!hasTail || filled >= 0) return this.#rejectRagged(count, line, filled, cells, bytes);
    }
    this.#indentedInRow = 0;
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
      return this.#rejectRead(line, read.column.name, cellBytes(cells, first + read.cell, bytes), fault);
    }
    for (let at = 0; at < this.#made.length; at++) {
      const column = this.#read.length + at;
      const builder = this.#builders[column] as ColumnBuilder;
      const fault = this.#made[at]?.read(builder, cells, first, bytes, this.rows);
      if (fault === undefined) continue;
      return this.#rejectRead(line, this.columns[column]?.name ?? "", fault.value, fault.reason);
    }
    if (hasTail) this.#rowsWithBlankTail++;
    this.#indentedTexts += this.#indentedInRow;
    this.#lines[this.rows++] = line;
    return true;
  }

  /** Lists a row that a quote broke. */
  rejectBroken({ line, cell, shown, reason }: BrokenQuote): void {
    this.#reject(line, this.#columnName(cell), shown, reason);
  }

  /** The rows since the last call. The reader is empty afterwards. */
  take(): BuiltRows {
    const lines = this.#lines.slice(0, this.rows);
    const columns = this.#builders.map((builder) => builder.finish(this.rows));
    const built = {
      columns,
      noted: columns.map(({ notes }) =>
        notes.map(({ note, cells, examples }) => ({
          note,
          cells,
          examples: examples.map(({ row, ...example }) => ({ line: lines[row] ?? 0, ...example })),
        })),
      ),
      lines,
      rejected: this.rejected,
      ambiguousTimes: this.#clock.ambiguous - this.#ambiguousBefore,
      rowsWithBlankTail: this.#rowsWithBlankTail,
      indentedTexts: this.#indentedTexts,
    };
    this.#ambiguousBefore = this.#clock.ambiguous;
    this.#rowsWithBlankTail = this.#indentedTexts = 0;
    this.rows = 0;
    this.rejected = [];
    return built;
  }

  #readCell(
    { isRequired, nulls, isText, trims }: ReadColumn,
    builder: ColumnBuilder,
    cells: CsvTokenizer,
    cell: number,
    bytes: Uint8Array,
  ): string | undefined {
    const flags = cells.flags[cell] as number;
    let from = bytes;
    let start = cells.starts[cell] as number;
    let end = cells.ends[cell] as number;
    if (flags & (ESCAPED | INDENTED)) {
      from = cellBytes(cells, cell, bytes);
      start = 0;
      end = from.length;
      if (isText && flags & INDENTED) this.#indentedInRow++;
    }
    if (nulls.length > 0 && isNullWord(nulls, from, start, end, trims)) {
      if (isRequired) return REASONS.nullWord;
      builder.setNull(this.rows);
    } else {
      const fault = builder.read(from, start, end, (flags & QUOTED) !== 0, this.rows);
      if (fault !== undefined) return fault;
    }
    return isRequired && builder.isNull(this.rows) ? REASONS.empty : undefined;
  }

  #rejectRagged(
    count: number,
    line: number,
    filled: number,
    cells: CsvTokenizer,
    bytes: Uint8Array,
  ): boolean {
    const wanted = this.#plan.columns.length;
    const value = filled >= 0 ? cellBytes(cells, filled, bytes) : NOTHING;
    this.#reject(line, this.#columnName(Math.min(count, wanted - 1)), value, REASONS.ragged(count, wanted));
    return false;
  }

  /** Rejects a row of which some cells have been read. */
  #rejectRead(line: number, column: string, value: Uint8Array, reason: string): boolean {
    for (const builder of this.#builders) builder.drop(this.rows);
    this.#reject(line, column, value, reason);
    return false;
  }

  #reject(line: number, column: string, value: Uint8Array, reason: string): void {
    this.rejected.push({ line, column, value: shownText(value), reason });
  }

  #columnName(cell: number): string {
    return this.#plan.columns[Math.min(cell, this.#plan.columns.length - 1)]?.name ?? "";
  }
}

const NOTHING = new Uint8Array(0);

/** The first of the cells [`from`, `to`) that holds more than blanks; −1 where there is none. */
function firstFilled(cells: CsvTokenizer, from: number, to: number, bytes: Uint8Array): number {
  for (let cell = from; cell < to; cell++) {
    for (let at = cells.starts[cell] as number; at < (cells.ends[cell] as number); at++)
      if (bytes[at] !== SPACE && bytes[at] !== TAB) return cell;
  }
  return -1;
}

function isNullWord(
  words: readonly Uint8Array[],
  bytes: Uint8Array,
  start: number,
  end: number,
  trims: boolean,
): boolean {
  if (!trims) return isOneOf(words, bytes, start, end);
  const from = skipSpaces(bytes, start, end);
  return isOneOf(words, bytes, from, dropSpaces(bytes, from, end));
}
