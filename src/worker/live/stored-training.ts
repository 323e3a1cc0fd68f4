import {
  type FeatureGroup,
  type FeatureStore,
  joinSides,
  OverlaidKeys,
  RowOverlay,
  type StoredJoin,
  takeLong,
} from "../../microfs";
import {
  CellFlag,
  type CheckedView,
  cellFlags,
  isSameView,
  type JoinRule,
  type JoinSides,
  joinCells,
  NO_MATCH,
  type Times,
} from "../../microfs/core";
import { yieldToEvents } from "../yield-to-events";
import type { ChangeGroup } from "./changed-groups";
import { changedCells, type EntityCodes, entityCodes, entityColumns, previousRows } from "./entity-codes";

/** What one join did to each training row. Every array has shape [training rows]. */
export interface TrainingCells {
  /** The chosen row of the group, or −1. */
  index: Int32Array;
  /** `Reason` codes. */
  reason: Uint8Array;
  /** `CellFlag` bits. */
  flags: Uint8Array;
  /** The chosen row's event time, microseconds; 0 where there is none. */
  eventTimesUs: BigInt64Array;
}

/** A group as it was when the snapshot was taken. Its rows stay what they are: more may come, and then it is out of date. */
interface Snapshot {
  /** As the store has it, and as edits of whole columns leave it: the same where there are none. */
  source: FeatureGroup;
  group: FeatureGroup;
  numRows: number;
}

interface SnapshotJoin extends StoredJoin, Snapshot {
  sides: JoinSides;
  /** The group's columns that the join writes. */
  written: readonly string[];
  /** By rule, the last few. */
  cells: Map<string, TrainingCells>;
}

/** Between two pauses: some tens of milliseconds of joining. */
const ROWS_AT_ONCE = 50_000;

/** A join is kept under the rule that is stored, and under the last that was tried. */
const RULES_KEPT = 2;

/**
 * A view's training set as it is stored, without edits but those of whole columns: made once for a state of the store, and
 * what every list of edits is laid over. Its rows are numbers of rows of the groups, its order is that of training.
 */
export class StoredTraining {
  readonly view: CheckedView;
  readonly spine: Snapshot;
  readonly joins: readonly SnapshotJoin[];
  /** Shape [spine rows]. Rows of the spine in the order of training. */
  readonly order: Int32Array;
  /** Shape [spine rows], by row. */
  readonly spineTimes: Times;
  /** Shape [training rows]. Microseconds. */
  readonly timesUs: BigInt64Array;
  readonly entityColumns: readonly string[];
  readonly entities: EntityCodes;
  /** Shape [training rows]. The training row of the same entity that came before, or −1. */
  readonly previous: Int32Array;
  #trainingRows: Int32Array | null = null;

  private constructor(
    view: CheckedView,
    groupNamed: (name: string) => FeatureGroup,
    change: ChangeGroup,
    base: StoredTraining | null,
  ) {
    const source = groupNamed(view.labelFg);
    const spine = change(source);
    this.view = view;
    this.spine = { source, group: spine, numRows: spine.numRows };
    this.order = spine.index.order();
    this.spineTimes = spine.index.times(spine.eventTime);
    this.timesUs = timesAt(spine, this.order);
    this.entityColumns = entityColumns(view, spine);
    const keys = new OverlaidKeys(new RowOverlay(spine), this.entityColumns);
    this.entities = entityCodes(this.order, keys);
    this.previous = previousRows(this.entities);
    this.joins = view.joins.map((join, number) => {
      const source = groupNamed(join.fgName);
      const group = change(source);
      const before = base?.joins[number];
      // What no change of a column concerns is joined already.
      if (before?.group === group && base?.spine.group === spine) return before;
      const sides = joinSides(join, spine, this.order, group);
      return {
        source,
        group,
        numRows: group.numRows,
        sides,
        features: sides.features,
        spineCodes: group.index.spineCodes(join.featureColumns, spine, join.spineColumns),
        written: view.columns.filter((column) => column.join === number).map(({ column }) => column),
        cells: new Map(),
      };
    });
  }

  /**
   * Takes the snapshot. Costs O(rows) where a group's index is not there yet, with a pause after each.
   *
   * @param change - The groups as edits of whole columns leave them.
   * @param base - The snapshot without those: joins that they do not concern are taken over.
   */
  static async of(
    store: FeatureStore,
    viewName: string,
    signal: AbortSignal,
    change: ChangeGroup = (group) => group,
    base: StoredTraining | null = null,
  ): Promise<StoredTraining> {
    for (;;) {
      const view = await store.checkedView(viewName);
      const groups = store.featureGroups;
      const groupNamed = (name: string): FeatureGroup => {
        const group = groups.get(name);
        if (group === undefined)
          throw new RangeError(`Feature group ${JSON.stringify(name)} does not exist.`);
        return group;
      };
      for (const join of view.joins) {
        change(groupNamed(join.fgName)).index.features(join.featureColumns);
        await yieldToEvents();
        signal.throwIfAborted();
      }
      const stored = new StoredTraining(view, groupNamed, change, base);
      if (stored.isCurrent(store)) return stored;
    }
  }

  /** Whether the store still shows what the snapshot was taken of. */
  isCurrent(store: FeatureStore): boolean {
    const view = store.featureViews.get(this.view.name)?.checked;
    const groups = store.featureGroups;
    return (
      view !== undefined &&
      isSameView(view, this.view) &&
      [this.spine, ...this.joins].every(
        ({ source, numRows }) => groups.get(source.name) === source && source.numRows === numRows,
      )
    );
  }

  /** The training row of a stored row of the spine. O(rows) the first time. */
  trainingRowOf(spineRow: number): number {
    if (this.#trainingRows === null) {
      this.#trainingRows = new Int32Array(this.order.length);
      for (const [trainingRow, row] of this.order.entries()) this.#trainingRows[row] = trainingRow;
    }
    return this.#trainingRows[spineRow] ?? NO_MATCH;
  }

  /** The cells of a join under a rule that were made already. */
  cells(number: number, rule: JoinRule): TrainingCells {
    const cells = this.#join(number).cells.get(ruleKey(rule));
    if (cells === undefined) throw new RangeError(`join ${number} must have been made under this rule`);
    return cells;
  }

  /** Makes sure of the cells of a join under a rule: over all training rows, with pauses. Stops where it is aborted. */
  async make(number: number, rule: JoinRule, signal: AbortSignal): Promise<void> {
    const join = this.#join(number);
    const key = ruleKey(rule);
    if (join.cells.has(key)) return;
    const cells = await this.#joinAll(join, rule, signal);
    const own = ruleKey(this.view.joins[number]?.rule ?? rule);
    const others = [...join.cells.keys()].filter((kept) => kept !== own);
    for (const old of others.slice(0, Math.max(0, join.cells.size - RULES_KEPT + 1))) join.cells.delete(old);
    join.cells.set(key, cells);
  }

  async #joinAll(join: SnapshotJoin, rule: JoinRule, signal: AbortSignal): Promise<TrainingCells> {
    const { keys, times } = join.sides.spine;
    const index = new Int32Array(keys.length);
    const reason = new Uint8Array(keys.length);
    const flags = new Uint8Array(keys.length);
    for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
      if (from > 0) await yieldToEvents();
      signal.throwIfAborted();
      const to = from + ROWS_AT_ONCE;
      const spine = { keys: keys.subarray(from, to), times: times.subarray(from, to) };
      const sides = { ...join.sides, spine };
      const cells = joinCells(sides, rule);
      index.set(cells.index, from);
      reason.set(cells.reason, from);
      flags.set(cellFlags(sides, rule, cells), from);
    }
    const columns = join.written.map((name) => join.group.column(name));
    const isChanged = changedCells(index, this.previous, columns);
    for (let i = 0; i < flags.length; i++) if (isChanged(i)) flags[i] = (flags[i] ?? 0) | CellFlag.change;
    return { index, reason, flags, eventTimesUs: timesAt(join.group, index) };
  }

  #join(number: number): SnapshotJoin {
    const join = this.joins[number];
    if (join === undefined) throw new RangeError(`join must be 0 to ${this.joins.length - 1}: ${number}`);
    return join;
  }
}

function ruleKey({ direction, clock, delayUs, ttlUs, allowExactMatches }: JoinRule): string {
  return [direction, clock, delayUs, ttlUs, allowExactMatches].join();
}

/** The event times of some stored rows, microseconds; 0 where a row is −1. */
function timesAt(group: FeatureGroup, rows: Int32Array): BigInt64Array {
  const times = new BigInt64Array(rows.length);
  takeLong(times, group.column(group.eventTime).values, rows);
  return times;
}
