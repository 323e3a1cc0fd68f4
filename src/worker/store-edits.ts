import type { FeatureStore, FeatureView, FeatureViewDefinition, Rewrite } from "../microfs";
import { touches } from "../scenario/edits/apply-edits";
import type { Edit } from "../scenario/edits/edit";
import { editedView } from "../scenario/edits/edited-view";
import { editedGroups } from "./edited-groups";

/**
 * How storing edits has numbered the rows of one group anew: deleted rows close up, added ones come last, and of rows that
 * have become equal the first remains.
 */
export interface Renumbering {
  group: string;
  /** Shape [rows before]. By a row's number before, its number now, or that of the row that it equals now; −1 where it was deleted. */
  stored: Int32Array;
  /** The same of the rows that the edits had added, by the numbers that the edits gave them. */
  added: ReadonlyMap<number, number>;
}

/**
 * Makes edits part of what is stored, all of them or none: each touched group is replaced as a whole, and the rules of each
 * view follow. The groups' online rows go, because they may never have been.
 *
 * @param viewName - Whose rules are meant where an edit of a rule does not say so.
 * @returns One entry per touched group, so that edits made meanwhile can follow their rows.
 * @throws MicroFSError, or a RangeError where the view goes meanwhile; then everything is as it was.
 */
export async function storeEdits(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<Renumbering[]> {
  // A view that is not there is the store's to say.
  await store.checkedView(viewName);
  let given: { group: string; numStored: number; ids: Int32Array }[] = [];
  const standsAt = await store.rewrite((): Rewrite => {
    if (!store.featureViews.has(viewName))
      throw new RangeError(`Feature view ${JSON.stringify(viewName)} has just been deleted.`);
    const edited = editedGroups(store, edits);
    const touched = [...store.featureGroups.values()].filter(({ name }) => touches(edits, name));
    given = touched.map(({ name, numRows }) => ({ group: name, numStored: numRows, ids: edited(name).ids }));
    return {
      groups: touched.map(({ name, definition }) => ({ definition, rows: edited(name).group.table })),
      views: [...store.featureViews.values()].flatMap((view) => {
        const own = edits.filter((edit) => edit.kind === "rule" && (edit.view ?? viewName) === view.name);
        return own.length > 0 ? [withRules(view, own)] : [];
      }),
    };
  });
  return given.map(({ group, numStored, ids }) => {
    const stored = new Int32Array(numStored).fill(-1);
    const added = new Map<number, number>();
    standsAt.get(group)?.forEach((now, position) => {
      const id = ids[position] ?? -1;
      if (id < numStored) stored[id] = now;
      else added.set(id, now);
    });
    return { group, stored, added };
  });
}

function withRules({ checked, ...definition }: FeatureView, edits: readonly Edit[]): FeatureViewDefinition {
  const rules = checked.joins.map(({ rule }) => rule);
  return editedView(definition, rules, edits);
}
