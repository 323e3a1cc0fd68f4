import { NO_MATCH } from "../asof-join";
import { Column, takeLong } from "../columns/column";
import type { FeatureGroup } from "../feature-group";
import type { CellValue, ColumnType } from "../schema";
import { type Times, toTimes } from "../time";

/**
 * A feature group with a few rows laid over what is stored: changed, added, deleted. Nothing is copied and nothing is
 * stored. Stored rows keep their numbers; added ones are numbered after them, in the order in which they were added, so
 * that the order of numbers is the order of insertion. Deleted rows leave gaps.
 *
 * ```text
 * stored    0  1  2  3       row 1 was changed, row 3 deleted, and two rows were added
 * rows      0  1' 2     4' 5'
 * covered      1     3       what is stored of these does not count
 * ```
 */
export class RowOverlay {
  readonly group: FeatureGroup;
  /** How many rows were stored when the overlay was made: what comes in later is not seen through it. */
  readonly numStored: number;
  /** By row: the columns that were written of changed rows, and all that added ones have. */
  readonly #values = new Map<number, Map<string, CellValue>>();
  /** The ids of added rows, in the order of adding; their numbers start at `numStored`. */
  readonly #added: number[] = [];
  readonly #deleted = new Set<number>();

  constructor(group: FeatureGroup, numStored = group.numRows) {
    this.group = group;
    this.numStored = numStored;
  }

  // Laying rows over, by id: a stored row's number, or whatever number an added row was given.

  typeOf(column: string): ColumnType | undefined {
    return this.group.checked.schema.get(column);
  }

  /** Gives a column of a row another value, of the column's type. Does nothing where there is no such row. */
  set(id: number, column: string, value: CellValue): void {
    const row = this.rowOf(id);
    if (row < 0) return;
    const values = this.#values.get(row);
    if (values === undefined) this.#values.set(row, new Map([[column, value]]));
    else values.set(column, value);
  }

  /** Changes what lies over a column. The group that it lies over must have it changed already. */
  changeColumn(column: string, change: (value: CellValue) => CellValue): void {
    for (const values of this.#values.values()) {
      const value = values.get(column);
      if (value !== undefined) values.set(column, change(value));
    }
  }

  add(id: number, values: ReadonlyMap<string, CellValue>): void {
    this.#values.set(this.numStored + this.#added.length, new Map(values));
    this.#added.push(id);
  }

  /** Does nothing where there is no such row. */
  delete(id: number): void {
    this.#deleted.add(id);
  }

  // Reading, by row.

  /** Whether nothing lies over what is stored. */
  get isEmpty(): boolean {
    return this.#values.size === 0 && this.#deleted.size === 0;
  }

  /** The row of an id; −1 where there was never one. */
  rowOf(id: number): number {
    if (id < this.numStored) return id;
    const at = this.#added.lastIndexOf(id);
    return at < 0 ? -1 : this.numStored + at;
  }

  idOf(row: number): number {
    return row < this.numStored ? row : (this.#added[row - this.numStored] ?? -1);
  }

  /** The ids of some rows; −1 where a row is −1. Shape [rows], memory of its own. */
  ids(rows: Int32Array): Int32Array<ArrayBuffer> {
    const ids = new Int32Array(rows);
    if (this.#added.length > 0) for (let i = 0; i < ids.length; i++) ids[i] = this.idOf(ids[i]);
    return ids;
  }

  /** The changed and added rows that are there, ascending. */
  rows(): Int32Array {
    const rows = [...this.#values.keys()].filter((row) => !this.#deleted.has(this.idOf(row)));
    return Int32Array.from(rows).sort();
  }

  /** The stored rows that are changed or deleted, ascending. */
  covered(): Int32Array {
    const ids = new Set([...this.#values.keys(), ...this.#deleted]);
    return Int32Array.from([...ids].filter((row) => row >= 0 && row < this.numStored)).sort();
  }

  /** Null where a row is −1. */
  cell(row: number, column: string): CellValue {
    return this.#read(row, column, this.group.column(column));
  }

  #read(row: number, name: string, stored: Column): CellValue {
    const values = this.#values.get(row);
    if (values?.has(name)) return values.get(name) ?? null;
    return row >= 0 && row < this.numStored ? stored.get(row) : null;
  }

  /** Whether two rows hold the same in a column, as `Column.equal` has it. */
  equal(a: number, b: number, column: string): boolean {
    const [one, other] = [this.cell(a, column), this.cell(b, column)];
    return one === other || (Number.isNaN(one) && Number.isNaN(other));
  }

  /** A time, microseconds; 0 where it is null, as a column holds it. */
  timeUs(row: number, column: string): bigint {
    const time = this.cell(row, column);
    return typeof time === "bigint" ? time : 0n;
  }

  /** A time column in some rows. Shape [rows]. */
  times(rows: Int32Array, column: string): Times {
    const times = new BigInt64Array(rows.length);
    const stored = rows.map((row) => (this.#values.has(row) ? NO_MATCH : row));
    takeLong(times, this.group.column(column).values, stored);
    for (let i = 0; i < rows.length; i++) if (stored[i] === NO_MATCH) times[i] = this.timeUs(rows[i], column);
    return toTimes(times);
  }

  /** A column in some rows, as a column of its own, with their texts alone. Shape [rows]; null where a row is −1. */
  take(rows: Int32Array, column: string): Column {
    const stored = this.group.column(column);
    const taken = new Column(stored.type);
    taken.reserve(rows.length);
    for (let i = 0; i < rows.length; i++) taken.push(this.#read(rows[i], column, stored));
    return taken;
  }
}

/** A spine's rows in the order of the training table. Both arrays have shape [training rows]. */
export interface OverlaidOrder {
  /** Rows of the spine. */
  rows: Int32Array;
  /** Which training row it is of what is stored; −1 where the row was changed or added. */
  before: Int32Array;
}

/**
 * The order of a training table whose spine has rows laid over it: by event time, ties in insertion order. O(rows).
 *
 * @param order - Shape [stored rows]. The order of what is stored.
 * @param times - Shape [stored rows], by row.
 */
export function overlaidOrder(order: Int32Array, times: Times, spine: RowOverlay): OverlaidOrder {
  const covered = new Set(spine.covered());
  const own = spine.rows();
  const ownTimes = spine.times(own, spine.group.eventTime);
  const ownOrder = Array.from(own.keys()).sort((a, b) =>
    ownTimes[a] === ownTimes[b] ? own[a] - own[b] : ownTimes[a] < ownTimes[b] ? -1 : 1,
  );
  const length = order.length - covered.size + own.length;
  const merged: OverlaidOrder = { rows: new Int32Array(length), before: new Int32Array(length) };
  let at = 0;
  let next = 0;
  const put = (row: number, before: number) => {
    merged.rows[at] = row;
    merged.before[at++] = before;
  };
  for (let before = 0; before < order.length; before++) {
    const row = order[before];
    if (covered.has(row)) continue;
    for (; next < ownOrder.length; next++) {
      const i = ownOrder[next];
      // Never `===`: one side's times may be doubles and the other's 64-bit integers.
      const isFirst = ownTimes[i] < times[row] || (ownTimes[i] <= times[row] && own[i] < row);
      if (!isFirst) break;
      put(own[i], NO_MATCH);
    }
    put(row, before);
  }
  for (; next < ownOrder.length; next++) put(own[ownOrder[next]], NO_MATCH);
  return merged;
}
