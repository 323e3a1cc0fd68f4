import type { CellValue, ColumnType, SliceColumn } from "../../microfs/core";
import type { EditableRows } from "./edit";

/** A table of a slice: its rows' numbers, and columns in the same order. */
interface Table {
  readonly rows: Int32Array;
  readonly columns: readonly SliceColumn[];
}

/**
 * A table under edits. The one it was made from stays as it is, and shares with this one every column that no edit
 * has written: a row that is dragged among many costs two columns, not all.
 */
export class EditedTable implements EditableRows {
  readonly #before: Table;
  readonly #takes: (values: ReadonlyMap<string, CellValue>) => boolean;
  readonly #columns: SliceColumn[];
  /** Per written column the positions that were written. */
  readonly #written = new Map<string, Set<number>>();
  /** The rows' numbers from the first row on that was added or deleted. */
  #rows: number[] | null = null;

  /** @param takes - Whether an added row belongs to this table. */
  constructor(before: Table, takes: (values: ReadonlyMap<string, CellValue>) => boolean) {
    this.#before = before;
    this.#takes = takes;
    this.#columns = [...before.columns];
  }

  get rows(): Int32Array {
    return this.#rows === null ? this.#before.rows : Int32Array.from(this.#rows);
  }

  get columns(): SliceColumn[] {
    return this.#columns;
  }

  /** A time column as an array: `before`, which is that of the table that this one was made from, where no time differs. */
  times(name: string, before: BigInt64Array): BigInt64Array {
    const values = this.#columns.find((column) => column.name === name)?.values ?? [];
    if (this.#rows !== null) return BigInt64Array.from(values, timeOf);
    const changed = Array.from(this.#written.get(name) ?? []).filter(
      (position) => before[position] !== timeOf(values[position]),
    );
    if (changed.length === 0) return before;
    const times = before.slice();
    for (const position of changed) times[position] = timeOf(values[position]);
    return times;
  }

  typeOf(name: string): ColumnType | undefined {
    return this.#before.columns.find((column) => column.name === name)?.type;
  }

  set(row: number, name: string, value: CellValue): void {
    const position = this.#positionOf(row);
    if (position < 0) return;
    const column = this.#ownColumn(name);
    if (column === undefined) return;
    column.values[position] = value;
    this.#written.get(name)?.add(position);
  }

  add(row: number, values: ReadonlyMap<string, CellValue>): void {
    if (!this.#takes(values)) return;
    this.#ownRows().push(row);
    for (const { name } of this.#columns) this.#ownColumn(name)?.values.push(values.get(name) ?? null);
  }

  delete(row: number): void {
    const position = this.#positionOf(row);
    if (position < 0) return;
    this.#ownRows().splice(position, 1);
    for (const { name } of this.#columns) this.#ownColumn(name)?.values.splice(position, 1);
  }

  #positionOf(row: number): number {
    return (this.#rows ?? this.#before.rows).indexOf(row);
  }

  #ownRows(): number[] {
    this.#rows ??= Array.from(this.#before.rows);
    return this.#rows;
  }

  /** A column that may be written: a copy from the first time on. */
  #ownColumn(name: string): SliceColumn | undefined {
    const at = this.#columns.findIndex((column) => column.name === name);
    const column = this.#columns[at];
    if (column === undefined || this.#written.has(name)) return column;
    const own = { ...column, values: column.values.slice() };
    this.#columns[at] = own;
    this.#written.set(name, new Set());
    return own;
  }
}

function timeOf(value: CellValue | undefined): bigint {
  return typeof value === "bigint" ? value : 0n;
}
