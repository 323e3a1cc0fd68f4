import { UNKNOWN_KEY } from "../asof-join";
import type { Column } from "../columns/column";
import { KeyCodes } from "../keys";
import type { RowOverlay } from "./row-overlay";

/**
 * The entities of a group that rows are laid over, numbered: stored keys keep the codes that the group's index has given
 * them, and keys that only laid-over rows have get the codes after those.
 */
export class OverlaidKeys {
  readonly #stored: KeyCodes;
  readonly #codes: Int32Array;
  /** Of the laid-over rows alone. */
  readonly #own: KeyCodes;
  readonly #ownCodes = new Map<number, number>();
  readonly #firstNew: number;
  #hasNew = false;

  /**
   * Costs O(laid-over rows), and O(rows) once per set of columns, for the group's index.
   *
   * @param entities - How many codes the stored rows have. Codes from there on are of rows that came later: as good as unknown.
   */
  constructor(overlay: RowOverlay, on: readonly string[], entities?: number) {
    this.#stored = overlay.group.index.keys(on);
    this.#codes = this.#stored.codes(overlay.numStored);
    this.#firstNew = entities ?? this.#stored.count;
    const rows = overlay.rows();
    const columns = on.map((name) => overlay.take(rows, name));
    this.#own = new KeyCodes(columns);
    const news = this.#own.codes(rows.length);
    this.#storedCodesOf(columns, rows.length).forEach((code, i) => {
      if (code === UNKNOWN_KEY) this.#hasNew = true;
      this.#ownCodes.set(rows[i], code === UNKNOWN_KEY ? this.#firstNew + news[i] : code);
    });
  }

  /** Codes are in [0, count). */
  get count(): number {
    return this.#firstNew + this.#own.count;
  }

  /** The code that is stored of a row, whatever lies over it; `NULL_KEY` where it has no key. */
  storedCodeOf(row: number): number {
    return this.#codes[row];
  }

  /** The code of a row of the group; `NULL_KEY` where it has no key. */
  codeOf(row: number): number {
    return this.#ownCodes.get(row) ?? this.#codes[row];
  }

  /**
   * The codes of another group's rows, matched column by column: a spine's.
   *
   * @param codes - Shape [stored rows of `other`]. Their codes in the stored keys of this group.
   * @param columns - Of `other`, of the types of this group's key columns.
   * @returns The code of a row of `other`; `NULL_KEY` where a column is null, `UNKNOWN_KEY` where no row has such a key.
   */
  codesOf(codes: Int32Array, other: RowOverlay, columns: readonly string[]): (row: number) => number {
    const rows = other.rows();
    const taken = columns.map((name) => other.take(rows, name));
    const own = this.#own.codesOf(taken, rows.length, this.#own.count);
    const overlaid = new Map<number, number>();
    this.#storedCodesOf(taken, rows.length).forEach((code, i) => {
      overlaid.set(rows[i], this.#orNew(code, own[i]));
    });
    // Only new keys can be what rows of unknown keys have waited for; mostly there are none.
    const whole = columns.map((name) => other.group.column(name));
    const news = this.#hasNew ? this.#own.codesOf(whole, other.numStored, this.#own.count) : null;
    return (row) => overlaid.get(row) ?? this.#orNew(codes[row], news === null ? UNKNOWN_KEY : news[row]);
  }

  #storedCodesOf(columns: readonly Column[], rows: number): Int32Array {
    return this.#stored.codesOf(columns, rows, this.#firstNew);
  }

  /** @param own - The code among the laid-over rows alone. */
  #orNew(stored: number, own: number): number {
    if (stored !== UNKNOWN_KEY && stored < this.#firstNew) return stored;
    return own >= 0 ? this.#firstNew + own : UNKNOWN_KEY;
  }
}
