import { NO_MATCH } from "../asof-join";
import type { CheckedJoin } from "../feature-view";
import { type FeatureIndex, featureIndex } from "../join/feature-index";
import { cellFlags, type JoinedCells, type JoinSides, joinCells } from "../join/joined-cells";
import { OverlaidKeys } from "./overlaid-keys";
import type { RowOverlay } from "./row-overlay";

/** What is stored of a join: what is made once and serves every overlay. */
export interface StoredJoin {
  features: FeatureIndex;
  /** Shape [spine rows], by row. The spine's keys as the group's index numbers them. */
  spineCodes: Int32Array;
}

/** Cells that were joined anew. Every array has shape [rows asked for]. */
export interface RejoinedCells extends Pick<JoinedCells, "index" | "reason"> {
  /** `CellFlag` bits, but for `change`. */
  flags: Uint8Array;
}

/**
 * One join of a view with rows laid over its groups. Only what the overlays touch is joined anew, by the kernel, over an
 * index of those entities alone: candidates that are stored come from the index that the group keeps.
 *
 * A laid-over feature row touches its entity, and the entity that the row had before; a laid-over spine row touches its own.
 */
export class OverlaidJoin {
  readonly #join: CheckedJoin;
  readonly #spine: RowOverlay;
  readonly #group: RowOverlay;
  readonly #stored: StoredJoin;
  readonly #codeOf: (spineRow: number) => number;
  readonly #ownSpineRows: ReadonlySet<number>;
  /** By code of an entity: its number among the touched ones, or −1. */
  readonly #touched: Int32Array;
  /** By number of a touched entity: its rows in the group, ascending. */
  readonly #candidates: Int32Array[] = [];

  /** Costs O(laid-over rows + entities), and O(candidates) of those that are touched. */
  constructor(join: CheckedJoin, stored: StoredJoin, spine: RowOverlay, group: RowOverlay) {
    this.#join = join;
    this.#spine = spine;
    this.#group = group;
    this.#stored = stored;
    const keys = new OverlaidKeys(group, join.featureColumns, stored.features.starts.length - 1);
    this.#codeOf = keys.codesOf(stored.spineCodes, spine, join.spineColumns);
    this.#touched = new Int32Array(keys.count).fill(-1);
    const ownRows = group.rows();
    const ownSpineRows = spine.rows();
    this.#ownSpineRows = new Set(ownSpineRows);
    const covered = new Set(group.covered());
    const touch = (code: number) => {
      if (code < 0 || this.#touched[code] >= 0) return;
      this.#touched[code] = this.#candidates.length;
      const stored = this.#storedRows(code);
      const rows = new Int32Array(stored.length + ownRows.length);
      let length = 0;
      for (let i = 0; i < stored.length; i++) if (!covered.has(stored[i])) rows[length++] = stored[i];
      for (const row of ownRows) if (keys.codeOf(row) === code) rows[length++] = row;
      this.#candidates.push(rows.slice(0, length).sort());
    };
    for (const row of covered) touch(keys.storedCodeOf(row));
    for (const row of ownRows) touch(keys.codeOf(row));
    for (const row of ownSpineRows) touch(this.#codeOf(row));
  }

  #storedRows(code: number): Int32Array {
    const { starts, rows } = this.#stored.features;
    // A key that only laid-over rows have has none.
    return code + 1 < starts.length ? rows.subarray(starts[code], starts[code + 1]) : new Int32Array();
  }

  /** Whether a spine row's cells can differ from what is stored of this join. */
  isTouched(spineRow: number): boolean {
    return this.#touched[this.#codeOf(spineRow)] >= 0 || this.#ownSpineRows.has(spineRow);
  }

  /** A spine row's key as this join numbers it; negative where it is null, or no row of the group has it. */
  keyOf(spineRow: number): number {
    return this.#codeOf(spineRow);
  }

  /** The rows that the group has of a spine row's entity, in no order. Not to be written to. */
  candidates(spineRow: number): Int32Array {
    const code = this.#codeOf(spineRow);
    if (code < 0) return new Int32Array();
    const touched = this.#touched[code];
    return touched < 0 ? this.#storedRows(code) : this.#candidates[touched];
  }

  /**
   * Joins touched spine rows anew.
   *
   * @returns `index` counts rows of the group's overlay. Costs O(candidates) of the touched entities.
   */
  rejoin(spineRows: Int32Array): RejoinedCells {
    const { sides, rows } = this.#sides(spineRows);
    const cells = joinCells(sides, this.#join.rule);
    return {
      index: cells.index.map((row) => (row === NO_MATCH ? NO_MATCH : rows[row])),
      reason: cells.reason,
      flags: cellFlags(sides, this.#join.rule, cells),
    };
  }

  /** The touched entities as a join of their own, whose feature rows are numbered by where they stand in `rows`. */
  #sides(spineRows: Int32Array): { sides: JoinSides; rows: Int32Array } {
    const numRows = this.#candidates.reduce((sum, { length }) => sum + length, 0);
    const rows = new Int32Array(numRows);
    const entities = new Int32Array(numRows);
    let at = 0;
    this.#candidates.forEach((candidates, entity) => {
      rows.set(candidates, at);
      entities.fill(entity, at, at + candidates.length);
      at += candidates.length;
    });
    const { group } = this.#group;
    const eventTimes = this.#group.times(rows, group.eventTime);
    const createdTimes = group.createdTime === undefined ? null : this.#group.times(rows, group.createdTime);
    const keys = spineRows.map((row) => {
      const code = this.#codeOf(row);
      return code < 0 ? code : this.#touched[code];
    });
    return {
      rows,
      sides: {
        spine: { keys, times: this.#spine.times(spineRows, this.#spine.group.eventTime) },
        features: featureIndex(entities, this.#candidates.length, eventTimes, createdTimes),
        eventTimes,
        createdTimes,
        groupClock: group.clock,
      },
    };
  }
}
