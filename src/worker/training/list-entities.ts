import type { FeatureStore } from "../../microfs";
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
  const codes = entityCodes(spine, names, set.spineIndex);
  return new EntityList(names, set.joins, codes, (trainingRow) =>
    columns.map((column) => column.get(set.spineIndex[trainingRow] ?? 0)),
  );
}
