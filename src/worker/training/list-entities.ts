import type { FeatureStore } from "../../microfs";
import { OverlaidKeys } from "../../microfs/overlay/overlaid-keys";
import { RowOverlay } from "../../microfs/overlay/row-overlay";
import type { Edit } from "../../scenario/edits/edit";
import { editedTraining } from "../training-answer";
import { entityCodes, entityColumns } from "./entity-codes";
import { EntityList } from "./entity-list";

/** Lists the entities of a view's training set, as edits leave it. Costs a join, and O(entities log entities). */
export async function listEntities(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<EntityList> {
  const { view, groups, set } = await editedTraining(store, viewName, edits);
  const spine = groups(view.labelFg).group;
  const names = entityColumns(view, spine);
  const columns = names.map((name) => spine.column(name));
  const codes = entityCodes(set.spineIndex, new OverlaidKeys(new RowOverlay(spine), names));
  const held = view.joins.map((join) => {
    const group = groups(join.fgName).group;
    const keys = group.index.spineCodes(join.featureColumns, spine, join.spineColumns);
    const { starts } = group.index.features(join.featureColumns);
    return (row: number) => {
      const key = keys[row] ?? -1;
      return key < 0 ? 0 : (starts[key + 1] ?? 0) - (starts[key] ?? 0);
    };
  });
  const rowOf = (trainingRow: number) => set.spineIndex[trainingRow] ?? 0;
  return new EntityList(
    names,
    set.joins,
    codes,
    (trainingRow) => columns.map((column) => column.get(rowOf(trainingRow))),
    (trainingRow) => held.reduce((sum, rowsFor) => sum + rowsFor(rowOf(trainingRow)), 0),
  );
}
