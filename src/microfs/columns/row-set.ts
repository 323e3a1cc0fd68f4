import { hashWords } from "../keys";
import type { Column } from "./column";

/** Which rows a feature group has, by their contents: finds duplicates without comparing all rows with all. */
export class RowSet {
  readonly #columns: readonly Column[];
  /** The row + 1 in each slot; 0 is an empty slot. */
  #slots = new Int32Array(64);
  #size = 0;
  /** The hash of every row added so far, so that growing need not hash again. */
  #hashes = new Int32Array(64);

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /**
   * Adds the rows [from, to) of the columns, in order, moving each new one to the front of the room that
   * duplicates leave.
   *
   * @param standsAt - Filled with where each row stands then, or the row that it is a duplicate of. Shape [to − from].
   * @returns The end of the rows that stayed: rows [from, end) are new and distinct.
   */
  addDistinct(from: number, to: number, standsAt?: Int32Array): number {
    const hashes = this.#hash(from, to);
    this.#reserve(to);
    let end = from;
    for (let row = from; row < to; row++) {
      if (end !== row) for (const column of this.#columns) column.move(row, end);
      const slot = this.#slot(hashes[row - from], end);
      if (standsAt !== undefined)
        standsAt[row - from] = this.#slots[slot] === 0 ? end : this.#slots[slot] - 1;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = end + 1;
      this.#hashes[end] = hashes[row - from];
      this.#size++;
      end++;
    }
    return end;
  }

  /** Where a row equal to `row` stands, or the empty slot where it would go. */
  #slot(hash: number, row: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0) {
      const other = this.#slots[slot] - 1;
      if (this.#hashes[other] === hash && this.#columns.every((column) => column.equal(other, row))) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #hash(from: number, to: number): Int32Array {
    const hashes = new Int32Array(to - from);
    for (const column of this.#columns) {
      const { low, high } = column.words();
      for (let row = from; row < to; row++) {
        hashes[row - from] = column.isNull(row)
          ? hashWords(hashes[row - from], 1)
          : hashWords(hashWords(hashes[row - from], low(row)), high(row));
      }
    }
    return hashes;
  }

  #reserve(rows: number): void {
    if (this.#hashes.length < rows) {
      const hashes = new Int32Array(Math.max(rows, 2 * this.#hashes.length));
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    let capacity = this.#slots.length;
    while (capacity < 2 * rows) capacity *= 2;
    if (capacity === this.#slots.length) return;
    this.#slots = new Int32Array(capacity);
    for (let row = 0; row < this.#size; row++) {
      let slot = this.#hashes[row] & (capacity - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      this.#slots[slot] = row + 1;
    }
  }
}
