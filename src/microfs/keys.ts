import { NULL_KEY, UNKNOWN_KEY } from "./asof-join";
import type { Column } from "./columns/column";

/**
 * Numbers the entities of some key columns 0, 1, 2 …, so that joining and grouping compare small integers only.
 *
 * Each column's values get codes first: texts have theirs from the dictionary, everything else is looked up by
 * its 64 bits. Codes of several columns are then paired, column by column, never as joined text: ("1", "11") and
 * ("11", "1") are two entities. A null in any column, and a NaN, makes no entity: it matches nothing.
 */
export class KeyCodes {
  readonly #columns: readonly Column[];
  readonly #values: readonly PairTable[];
  readonly #pairs: readonly PairTable[];
  #codes = new Int32Array(64);
  #rows = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#values = columns.map(() => new PairTable());
    this.#pairs = columns.slice(1).map(() => new PairTable());
  }

  /** How many entities there may be: codes are in [0, count). Some may have no row. */
  get count(): number {
    const last = this.#pairs.at(-1);
    if (last !== undefined) return last.size;
    return this.#columns[0].dictionary?.texts.length ?? this.#values[0].size;
  }

  /** The codes of the first `rows` rows, shape [rows]; {@link NULL_KEY} where there is no key. Codes never change. */
  codes(rows: number): Int32Array {
    if (this.#codes.length < rows) {
      const codes = new Int32Array(Math.max(rows, 2 * this.#codes.length));
      codes.set(this.#codes);
      this.#codes = codes;
    }
    if (this.#rows < rows) {
      this.#codes.set(this.#encode(this.#columns, this.#rows, rows, true), this.#rows);
      this.#rows = rows;
    }
    return this.#codes.subarray(0, rows);
  }

  /** Rows from `length` on never were. The codes that only they had are not given again: codes never change. */
  truncate(length: number): void {
    this.#rows = Math.min(this.#rows, length);
  }

  /**
   * The codes of other columns' rows [0, rows), of the same types in the same order: a spine's.
   *
   * @param entities - Codes from here on are of rows that came later, and nobody may see yet: as good as unknown.
   * @returns Shape [rows]. {@link NULL_KEY} where a column is null, {@link UNKNOWN_KEY} where no row has such a key.
   */
  codesOf(columns: readonly Column[], rows: number, entities: number): Int32Array {
    const codes = this.#encode(columns, 0, rows, false);
    for (let row = 0; row < rows; row++) if (codes[row] >= entities) codes[row] = UNKNOWN_KEY;
    return codes;
  }

  #encode(columns: readonly Column[], from: number, to: number, addNew: boolean): Int32Array {
    const codes = new Int32Array(to - from);
    columns.forEach((column, c) => {
      const code = this.#columnCoder(column, c, addNew);
      const pairs = c === 0 ? null : this.#pairs[c - 1];
      for (let row = from; row < to; row++) {
        const before = codes[row - from];
        const own = column.isNull(row) ? NULL_KEY : code(row);
        if (before === NULL_KEY || own === NULL_KEY) codes[row - from] = NULL_KEY;
        else if (before === UNKNOWN_KEY || own === UNKNOWN_KEY) codes[row - from] = UNKNOWN_KEY;
        else if (pairs === null) codes[row - from] = own;
        else codes[row - from] = addNew ? pairs.add(before, own) : known(pairs.codeOf(before, own));
      }
    });
    return codes;
  }

  /** How one column's rows get their codes; text of another dictionary is translated once per distinct text. */
  #columnCoder(column: Column, c: number, addNew: boolean): (row: number) => number {
    const own = this.#columns[c];
    if (column.dictionary !== null && own.dictionary !== null) {
      const codes = column.values;
      if (column === own) return (row) => codes[row] as number;
      const { dictionary } = own;
      const translation = Int32Array.from(
        column.dictionary.texts,
        (text) => dictionary.codeOf(text) ?? UNKNOWN_KEY,
      );
      return (row) => translation[codes[row] as number];
    }
    const { low, high } = column.words();
    const table = this.#values[c];
    const isNaNAt =
      column.type === "float64" ? (row: number) => Number.isNaN(column.values[row] as number) : () => false;
    return (row) => {
      if (isNaNAt(row)) return NULL_KEY;
      return addNew ? table.add(low(row), high(row)) : known(table.codeOf(low(row), high(row)));
    };
  }
}

function known(code: number): number {
  return code < 0 ? UNKNOWN_KEY : code;
}

/**
 * A hash table from pairs of 32-bit integers to dense codes 0, 1, 2 … in the order in which pairs were first seen.
 * Open addressing in typed arrays: a million keys are three arrays, not a million objects.
 */
class PairTable {
  size = 0;
  #low = new Int32Array(64);
  #high = new Int32Array(64);
  /** The code + 1 of the pair in each slot; 0 is an empty slot. */
  #codes = new Int32Array(64);

  /** The pair's code; a new pair gets the next one. */
  add(low: number, high: number): number {
    if (2 * this.size >= this.#codes.length) this.#grow();
    const slot = this.#slot(low, high);
    if (this.#codes[slot] !== 0) return this.#codes[slot] - 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#codes[slot] = ++this.size;
    return this.size - 1;
  }

  /** The pair's code, or −1 where it was never added. */
  codeOf(low: number, high: number): number {
    return this.#codes[this.#slot(low, high)] - 1;
  }

  /** The slot that holds the pair, or the empty one where it would go. At most half of the slots are taken. */
  #slot(low: number, high: number): number {
    const last = this.#codes.length - 1;
    let slot = hashWords(hashWords(0, low), high) & last;
    while (this.#codes[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [low, high, codes] = [this.#low, this.#high, this.#codes];
    this.#low = new Int32Array(2 * codes.length);
    this.#high = new Int32Array(2 * codes.length);
    this.#codes = new Int32Array(2 * codes.length);
    for (let old = 0; old < codes.length; old++) {
      if (codes[old] === 0) continue;
      const slot = this.#slot(low[old], high[old]);
      this.#low[slot] = low[old];
      this.#high[slot] = high[old];
      this.#codes[slot] = codes[old];
    }
  }
}

/** Mixes one more 32-bit word into a hash; the constants are those of MurmurHash3. */
export function hashWords(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
