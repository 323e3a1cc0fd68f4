import type { TimeBounds } from "../entity-slice";
import { type FeatureIndex, featureIndex } from "../join/feature-index";
import { sortSegments } from "../join/sort-segments";
import { KeyCodes } from "../keys";
import { type Times, toTimes } from "../time";
import type { Column } from "./column";

/** What an index needs of its group. */
interface Rows {
  readonly name: string;
  readonly numRows: number;
  readonly checked: {
    readonly primaryKeys: readonly string[];
    readonly eventTime: string;
    readonly createdTime: string | null;
  };
  column(name: string): Column;
}

/** How far a group reaches: how many entities its primary keys name, and from when to when its rows are, by event time. */
export interface Extent {
  entities: number;
  /** Microseconds; `null` where there are no rows. */
  firstUs: bigint | null;
  lastUs: bigint | null;
  /** The last by created time where the group has one, else the last by event time. */
  lastCreatedUs: bigint | null;
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
  readonly #bounds = new Map<string, TimeBounds | null>();
  #order: Int32Array | null = null;
  #extent: Extent | null = null;
  #rows = 0;

  constructor(group: Rows) {
    this.#group = group;
  }

  /**
   * Gives the keys of rows up to here their codes, before anybody sees those rows: an insert does it piece by piece, so that
   * the first question after it need not.
   */
  codeAhead(rows: number): void {
    this.#keysOf(this.#group.checked.primaryKeys);
    for (const keys of this.#keys.values()) keys.codes(rows);
  }

  /** Rows that were coded ahead never were: their insert has failed. */
  forgetAhead(): void {
    for (const keys of this.#keys.values()) keys.truncate(this.#group.numRows);
  }

  /** The key codes of some of the group's columns. */
  keys(on: readonly string[]): KeyCodes {
    const keys = this.#keysOf(on);
    keys.codes(this.#group.numRows);
    return keys;
  }

  #keysOf(on: readonly string[]): KeyCodes {
    const name = JSON.stringify(on);
    const keys = this.#keys.get(name) ?? new KeyCodes(on.map((column) => this.#group.column(column)));
    this.#keys.set(name, keys);
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
    // Texts get their codes when they arrive, keys coded ahead theirs: of an insert under way the index knows neither.
    const entities = this.features(on).starts.length - 1;
    const columns = spineColumns.map((column) => spine.column(column));
    const codes = this.keys(on).codesOf(columns, spine.numRows, entities);
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

  /** Entities, first and last time, without sorting: O(rows) once after rows have come, some milliseconds for a million. */
  extent(): Extent {
    this.#forgetOldRows();
    if (this.#extent === null) {
      const { numRows, checked } = this.#group;
      const keys = this.keys(checked.primaryKeys);
      const happened = firstAndLast(this.times(checked.eventTime));
      const created = checked.createdTime === null ? happened : firstAndLast(this.times(checked.createdTime));
      this.#extent = {
        entities: countDistinct(keys.codes(numRows), keys.count),
        ...happened,
        lastCreatedUs: created.lastUs,
      };
    }
    return this.#extent;
  }

  /** The first and the last of a time column's values; `null` where it has none. O(rows) once after rows have come. */
  bounds(column: string): TimeBounds | null {
    this.#forgetOldRows();
    let bounds = this.#bounds.get(column);
    if (bounds === undefined) {
      const { valid } = this.#group.column(column);
      const times = this.times(column);
      let [first, last] = [-1, -1];
      for (let row = 0; row < times.length; row++) {
        if (valid[row] === 0) continue;
        if (first < 0 || times[row] < times[first]) first = row;
        if (last < 0 || times[row] > times[last]) last = row;
      }
      bounds = first < 0 ? null : { firstUs: BigInt(times[first]), lastUs: BigInt(times[last]) };
      this.#bounds.set(column, bounds);
    }
    return bounds;
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
    this.#bounds.clear();
    this.#order = null;
    this.#extent = null;
  }
}

/** Codes are not counted but seen: texts that no kept row has may have one, too. */
function countDistinct(codes: Int32Array, most: number): number {
  const isSeen = new Uint8Array(most);
  let distinct = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] < 0 || isSeen[codes[row]] === 1) continue;
    isSeen[codes[row]] = 1;
    distinct++;
  }
  return distinct;
}

function firstAndLast(times: Times): Pick<Extent, "firstUs" | "lastUs"> {
  if (times.length === 0) return { firstUs: null, lastUs: null };
  let [first, last] = [0, 0];
  for (let row = 1; row < times.length; row++) {
    if (times[row] < times[first]) first = row;
    if (times[row] > times[last]) last = row;
  }
  return { firstUs: BigInt(times[first]), lastUs: BigInt(times[last]) };
}
