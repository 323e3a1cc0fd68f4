import { type FeatureIndex, featureIndex } from "../join/feature-index";
import { sortSegments } from "../join/sort-segments";
import { KeyCodes } from "../keys";
import { type Times, toTimes } from "../time";
import type { Column } from "./column";

/** What an index needs of its group. */
interface Rows {
  readonly name: string;
  readonly numRows: number;
  readonly checked: { readonly eventTime: string; readonly createdTime: string | null };
  column(name: string): Column;
}

/**
 * What is made once of a group's rows and kept for every later join: key codes, comparable times, and the
 * rows by entity and time. Keys only grow; times and order are made anew when rows have come.
 */
export class GroupIndex {
  readonly #group: Rows;
  readonly #keys = new Map<string, KeyCodes>();
  readonly #features = new Map<string, FeatureIndex>();
  readonly #times = new Map<string, Times>();
  readonly #spineCodes = new Map<string, { codes: Int32Array; spine: Rows; ownRows: number }>();
  #order: Int32Array | null = null;
  #rows = 0;

  constructor(group: Rows) {
    this.#group = group;
  }

  /** The key codes of some of the group's columns. */
  keys(on: readonly string[]): KeyCodes {
    const name = JSON.stringify(on);
    let keys = this.#keys.get(name);
    if (keys === undefined) {
      keys = new KeyCodes(on.map((column) => this.#group.column(column)));
      this.#keys.set(name, keys);
    }
    keys.codes(this.#group.numRows);
    return keys;
  }

  /** The rows by entity and time, an entity being named by these columns. */
  features(on: readonly string[]): FeatureIndex {
    this.#forgetOldRows();
    const name = JSON.stringify(on);
    let features = this.#features.get(name);
    if (features === undefined) {
      const keys = this.keys(on);
      const { eventTime, createdTime } = this.#group.checked;
      const created = createdTime === null ? null : this.times(createdTime);
      features = featureIndex(keys.codes(this.#group.numRows), keys.count, this.times(eventTime), created);
      this.#features.set(name, features);
    }
    return features;
  }

  /**
   * A spine's rows in the codes of this group's keys: `spineColumns[i]` is matched with `on[i]`. Kept, because a
   * view's joins ask for it again and again; made anew when either side has got rows.
   */
  spineCodes(on: readonly string[], spine: Rows, spineColumns: readonly string[]): Int32Array {
    const name = JSON.stringify([on, spineColumns, spine.name]);
    const kept = this.#spineCodes.get(name);
    if (kept?.spine === spine && kept.codes.length === spine.numRows && kept.ownRows === this.#group.numRows)
      return kept.codes;
    const codes = this.keys(on).codesOf(
      spineColumns.map((column) => spine.column(column)),
      spine.numRows,
    );
    this.#spineCodes.set(name, { codes, spine, ownRows: this.#group.numRows });
    return codes;
  }

  /** A time column in the form that compares fastest. Shape [rows]. */
  times(column: string): Times {
    this.#forgetOldRows();
    let times = this.#times.get(column);
    if (times === undefined) {
      const { values } = this.#group.column(column);
      if (!(values instanceof BigInt64Array))
        throw new TypeError(`time column must hold 64-bit integers: ${column}`);
      times = toTimes(values.subarray(0, this.#group.numRows));
      this.#times.set(column, times);
    }
    return times;
  }

  /** The rows by event time, ties in insertion order: the order of a training table. Shape [rows]. */
  order(): Int32Array {
    this.#forgetOldRows();
    if (this.#order === null) {
      const { numRows, checked } = this.#group;
      const order = Int32Array.from({ length: numRows }, (_, row) => row);
      const times = this.times(checked.eventTime).slice();
      sortSegments(Int32Array.of(0, numRows), [times, order], [times]);
      this.#order = order;
    }
    return this.#order;
  }

  #forgetOldRows(): void {
    if (this.#rows === this.#group.numRows) return;
    this.#rows = this.#group.numRows;
    this.#features.clear();
    this.#times.clear();
    this.#order = null;
  }
}
