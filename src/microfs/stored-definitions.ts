import { quote } from "./errors";
import { FeatureGroup } from "./feature-group";
import { checkView, type FeatureView, type FeatureViewDefinition } from "./feature-view";
import type { GroupInMemory } from "./staged-rows";
import { type StoredGroup, unreadable } from "./storage/database";

/** A stored group that this store does not hold yet, still without its rows. */
export function newlyRead({ id, definition }: StoredGroup, storeName: string): GroupInMemory {
  try {
    return { id, group: new FeatureGroup(definition), numBatches: 0, contents: null };
  } catch (error) {
    throw unreadable(storeName, `a feature group's definition is damaged (${String(error)})`, error);
  }
}

/** The views as they are stored, checked against the groups that are. */
export function checkStoredViews(
  views: readonly FeatureViewDefinition[],
  groups: ReadonlyMap<string, GroupInMemory>,
  storeName: string,
): Map<string, FeatureView> {
  const groupNamed = (name: string) => {
    const group = groups.get(name)?.group;
    if (group === undefined) throw new RangeError(`there is no feature group ${quote(name)}`);
    return group.checked;
  };
  try {
    return new Map(views.map((view) => [view.name, { ...view, checked: checkView(view, groupNamed) }]));
  } catch (error) {
    throw unreadable(storeName, `a feature view's definition is damaged (${String(error)})`, error);
  }
}

/** A view as it is stored. */
export function definitionOf({ checked: _, ...definition }: FeatureView): FeatureViewDefinition {
  return definition;
}
