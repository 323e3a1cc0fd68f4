import {
  OverlaidJoin,
  OverlaidKeys,
  type OverlaidOrder,
  overlaidOrder,
  RowOverlay,
  takeLong,
} from "../../microfs";
import { CellFlag, type CheckedView, NO_MATCH } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { applyEdits } from "../../scenario/edits/edit-slice";
import { changedCells, type EntityCodes, entityCodes, previousRows } from "./entity-codes";
import { EntityList } from "./entity-list";
import type { StoredTraining, TrainingCells } from "./stored-training";

/** One join of a training set as edits leave it. `index` counts rows of `group`. */
export interface EditedCells extends TrainingCells {
  group: RowOverlay;
  join: OverlaidJoin;
}

/**
 * A training set as edits leave it: what is stored, patched where they touch it. It follows from the two alone, whatever
 * was edited before, and never changes.
 */
export class TrainingState {
  readonly stored: StoredTraining;
  /** What there was before any edit: as `stored`, but without changes of whole columns. */
  readonly before: StoredTraining;
  /** With the rules as edited. */
  readonly view: CheckedView;
  readonly spine: RowOverlay;
  /** Shape [training rows]. Rows of `spine`, and which training rows they are of what is stored, or −1. */
  readonly order: OverlaidOrder;
  /** Shape [training rows]. Microseconds. */
  readonly timesUs: BigInt64Array;
  readonly entities: EntityCodes;
  readonly joins: readonly EditedCells[];
  #entityList: EntityList | null = null;

  /**
   * Costs O(training rows) for the patched arrays, and the join of the entities that the edits touch.
   *
   * @param view - With the rules as edited: `stored` must have been joined under each.
   * @param edits - Those that fit. Their changes of whole columns are in `stored` already.
   * @param before - Must have been joined under the rules that are stored.
   */
  constructor(
    stored: StoredTraining,
    view: CheckedView,
    edits: readonly Edit[],
    before: StoredTraining = stored,
  ) {
    this.stored = stored;
    this.before = before;
    this.view = view;
    const overlays = new Map<string, RowOverlay>();
    for (const { group, numRows } of [stored.spine, ...stored.joins]) {
      if (overlays.has(group.name)) continue;
      const overlay = new RowOverlay(group, numRows);
      applyEdits(edits, group.name, overlay);
      overlays.set(group.name, overlay);
    }
    const overlayOf = (name: string): RowOverlay => {
      const overlay = overlays.get(name);
      if (overlay === undefined) throw new RangeError(`the view must use group ${JSON.stringify(name)}`);
      return overlay;
    };
    this.spine = overlayOf(view.labelFg);
    const isAsStored = this.spine.isEmpty;
    this.order = isAsStored
      ? { rows: stored.order, before: stored.order.map((_, trainingRow) => trainingRow) }
      : overlaidOrder(stored.order, stored.spineTimes, this.spine);
    this.timesUs = isAsStored ? stored.timesUs : this.#times();
    this.entities = isAsStored
      ? stored.entities
      : entityCodes(this.order.rows, new OverlaidKeys(this.spine, stored.entityColumns));
    const previous = isAsStored ? stored.previous : previousRows(this.entities);
    this.joins = view.joins.map((join, number) => this.#patched(number, overlayOf(join.fgName), previous));
  }

  /** The entities, for choosing one. Counted when first asked for: O(training rows), and O(entities log entities). */
  get entityList(): EntityList {
    this.#entityList ??= new EntityList(
      this.stored.entityColumns,
      this.joins,
      this.entities,
      (trainingRow) => {
        const row = this.order.rows[trainingRow] ?? NO_MATCH;
        return this.stored.entityColumns.map((name) => this.spine.cell(row, name));
      },
      (trainingRow) => {
        const row = this.order.rows[trainingRow] ?? NO_MATCH;
        return this.joins.reduce((sum, { join }) => sum + join.candidates(row).length, 0);
      },
    );
    return this.#entityList;
  }

  #times(): BigInt64Array {
    const { spine, stored, order } = this;
    const times = new BigInt64Array(order.rows.length);
    takeLong(times, stored.timesUs, order.before);
    order.before.forEach((before, i) => {
      if (before === NO_MATCH) times[i] = spine.timeUs(order.rows[i] ?? NO_MATCH, spine.group.eventTime);
    });
    return times;
  }

  #patched(number: number, group: RowOverlay, previous: Int32Array): EditedCells {
    const { stored, spine } = this;
    const { rows, before } = this.order;
    const [checked, storedJoin] = [this.view.joins[number], stored.joins[number]];
    if (checked === undefined || storedJoin === undefined) throw new RangeError(`there is no join ${number}`);
    const base = stored.cells(number, checked.rule);
    const join = new OverlaidJoin(checked, storedJoin, spine, group);
    if (spine.isEmpty && group.isEmpty) return { ...base, group, join };

    const cells = takeCells(base, before);
    const isTouched = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) isTouched[i] = join.isTouched(rows[i] ?? NO_MATCH) ? 1 : 0;
    const touched = positionsOf(isTouched);
    const anew = join.rejoin(touched.map((i) => rows[i] ?? NO_MATCH));
    touched.forEach((i, at) => {
      const row = anew.index[at] ?? NO_MATCH;
      cells.index[i] = row;
      cells.reason[i] = anew.reason[at] ?? 0;
      cells.flags[i] = anew.flags[at] ?? 0;
      cells.eventTimesUs[i] = row === NO_MATCH ? 0n : group.timeUs(row, group.group.eventTime);
    });
    this.#flagChanges(cells, isTouched, previous, group, storedJoin.written);
    return { ...cells, group, join };
  }

  /** Flags anew the cells that were joined anew, and those that follow another cell than before. */
  #flagChanges(
    cells: TrainingCells,
    isTouched: Uint8Array,
    previous: Int32Array,
    group: RowOverlay,
    written: readonly string[],
  ): void {
    const { before } = this.order;
    const columns = written.map((name) => ({
      isNull: (row: number) => group.cell(row, name) === null,
      equal: (a: number, b: number) => group.equal(a, b, name),
    }));
    const isChanged = changedCells(cells.index, previous, columns);
    for (let i = 0; i < previous.length; i++) {
      // An entity's rows have the same key in every join, and so are touched together.
      const follows = before[previous[i] ?? NO_MATCH] ?? NO_MATCH;
      if (isTouched[i] === 0 && this.stored.previous[before[i] ?? NO_MATCH] === follows) continue;
      const flags = cells.flags[i] ?? 0;
      cells.flags[i] = isChanged(i) ? flags | CellFlag.change : flags & ~CellFlag.change;
    }
  }
}

/** A copy of some cells; those of −1 are left blank. */
function takeCells(cells: TrainingCells, trainingRows: Int32Array): TrainingCells {
  const { length } = trainingRows;
  const taken: TrainingCells = {
    index: new Int32Array(length),
    reason: new Uint8Array(length),
    flags: new Uint8Array(length),
    eventTimesUs: new BigInt64Array(length),
  };
  for (let i = 0; i < length; i++) {
    const from = trainingRows[i] ?? NO_MATCH;
    if (from === NO_MATCH) continue;
    taken.index[i] = cells.index[from] ?? NO_MATCH;
    taken.reason[i] = cells.reason[from] ?? 0;
    taken.flags[i] = cells.flags[from] ?? 0;
  }
  takeLong(taken.eventTimesUs, cells.eventTimesUs, trainingRows);
  return taken;
}

/** Where flags are set, ascending. */
function positionsOf(flags: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i] ?? 0;
  const positions = new Int32Array(count);
  for (let i = flags.indexOf(1), at = 0; i !== -1; i = flags.indexOf(1, i + 1)) positions[at++] = i;
  return positions;
}
