import { tableToIPC } from "apache-arrow";
import { type FeatureStore, NO_MATCH } from "../microfs";
import type { CheckedView } from "../microfs/feature-view";
import { CellFlag, cellFlags } from "../microfs/join/notable";
import { OverlaidKeys } from "../microfs/overlay/overlaid-keys";
import { RowOverlay } from "../microfs/overlay/row-overlay";
import { joinSides, type TrainingSet, trainingSet } from "../microfs/training-set";
import type { Edit } from "../scenario/edits/edit";
import { editedRule } from "../scenario/edits/edit-slice";
import type { JoinAnswer, TrainingAnswer } from "./answers";
import { type EditedGroup, editedGroups } from "./edited-groups";
import { changedCells } from "./training/changed-cells";
import { entityCodes, entityColumns, previousRows } from "./training/entity-codes";

/** A view's training set as edits leave it, with what it was made of. Its rows are positions in the edited groups. */
export interface EditedTraining {
  view: CheckedView;
  groups: (name: string) => EditedGroup;
  set: TrainingSet;
}

/**
 * Joins a view as edits leave it. Nothing is stored.
 *
 * @throws NameError `feature_view_not_found`.
 */
export async function editedTraining(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<EditedTraining> {
  const stored = await store.checkedView(viewName);
  const groups = editedGroups(store, edits);
  const joins = stored.joins.map((join, number) => ({ ...join, rule: editedRule(join.rule, number, edits) }));
  const view = { ...stored, joins };
  return { view, groups, set: trainingSet(view, (name) => groups(name).group) };
}

/**
 * Makes a view's training set as edits leave it, ready to cross to the page. Rows keep the numbers that they are known
 * by, whatever was deleted before them.
 *
 * @throws NameError `feature_view_not_found`.
 */
export async function trainingAnswer(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<TrainingAnswer> {
  const { view, groups, set } = await editedTraining(store, viewName, edits);
  const spine = groups(view.labelFg);
  const timesUs = eventTimesOf(spine, set.spineIndex);
  const keys = new OverlaidKeys(new RowOverlay(spine.group), entityColumns(view, spine.group));
  const previous = previousRows(entityCodes(set.spineIndex, keys));
  const joins = view.joins.map((join, number): JoinAnswer => {
    const cells = joinOf(set, number);
    const { index, reason, leak } = cells;
    const edited = groups(join.fgName);
    const flags = cellFlags(joinSides(join, spine.group, set.spineIndex, edited.group), join.rule, cells);
    const written = set.columns.filter((column) => column.join === number);
    const isChanged = changedCells(
      index,
      previous,
      written.map(({ column }) => edited.group.column(column)),
    );
    return {
      fgName: join.fgName,
      index: idsOf(edited, index),
      reason,
      leak,
      notes: flags.map((bits, i) => (bits & SEEN_BITS) | (isChanged(i) ? CellFlag.change : 0)),
      eventTimesUs: eventTimesOf(edited, index),
    };
  });
  return {
    viewName,
    ipc: tableToIPC(set.table, "stream"),
    columns: set.columns,
    joins,
    spineIndex: idsOf(spine, set.spineIndex),
    timesUs,
  };
}

/** The flags that cross in `notes`; a leak crosses on its own. */
const SEEN_BITS = CellFlag.tie | CellFlag.late;

function joinOf({ joins }: TrainingSet, number: number) {
  const join = joins[number];
  if (join === undefined) throw new RangeError(`join must be 0 to ${joins.length - 1}: ${number}`);
  return join;
}

function idsOf({ ids }: EditedGroup, positions: Int32Array): Int32Array {
  return positions.map((position) => (position === NO_MATCH ? NO_MATCH : (ids[position] ?? NO_MATCH)));
}

function eventTimesOf({ group }: EditedGroup, positions: Int32Array): BigInt64Array {
  const { values } = group.column(group.eventTime);
  return BigInt64Array.from(positions, (position) =>
    position === NO_MATCH ? 0n : BigInt(values[position] ?? 0),
  );
}
