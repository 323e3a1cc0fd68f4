import { type AnyRows, appendBatch, type Rows } from "./columns/append-batch";
import { ArgumentError, quote } from "./errors";
import { FeatureGroup } from "./feature-group";
import { checkView, type FeatureView, type FeatureViewDefinition, isSameView } from "./feature-view";
import type { FeatureGroupDefinition } from "./group-definition";
import type { GroupInMemory } from "./staged-rows";
import { unreadable } from "./storage/database";

/** What is added in one commit. */
export interface Load {
  /** Groups that are new, or declared as those of their names are, each with batches of rows for it. */
  groups: readonly { definition: FeatureGroupDefinition; pieces?: readonly AnyRows[] }[];
  /** Views that are new, or take the place of those of their names. */
  views?: readonly FeatureViewDefinition[];
  /** Whether everything that is stored gives way. */
  replacing?: boolean;
}

/** What takes, in one commit, the place of groups and views of the same names. */
export interface Rewrite {
  groups: readonly { definition: FeatureGroupDefinition; rows: Rows }[];
  views?: readonly FeatureViewDefinition[];
}

/** A new group with rows behind its columns. */
export function filledGroup({ definition, rows }: Rewrite["groups"][number]): FeatureGroup {
  const group = new FeatureGroup(definition);
  const [bad] = appendBatch(group, rows);
  if (bad === undefined) return group;
  throw new ArgumentError(`Row ${bad.row}, ${quote(bad.column)}: ${String(bad.value)} ${bad.reason}.`);
}

/** A {@link Load} whose groups have been checked. */
export interface Addition extends Required<Omit<Load, "groups">> {
  groups: readonly { group: FeatureGroup; pieces: readonly AnyRows[] }[];
}

/**
 * The views as an addition leaves them; the very map that there is where it changes none.
 *
 * @throws DefinitionError where one makes no sense with the groups that are there then.
 */
export function viewsAfter(
  there: ReadonlyMap<string, FeatureView>,
  { views, replacing }: Addition,
  groupNamed: Parameters<typeof checkView>[1],
): ReadonlyMap<string, FeatureView> {
  const added = views.map((definition) => ({ ...definition, checked: checkView(definition, groupNamed) }));
  const isThere = ({ name, checked }: FeatureView) => {
    const same = there.get(name);
    return same !== undefined && isSameView(same.checked, checked);
  };
  if (!replacing && added.every(isThere)) return there;
  return new Map([...(replacing ? [] : there), ...added.map((view) => [view.name, view] as const)]);
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
