import type { Column, FeatureGroup, FeatureStore, Rewrite } from "../microfs";
import type { FeatureView, FeatureViewDefinition } from "../microfs/core";
import { withoutRefused } from "../scenario/edits/column-change";
import type { Edit } from "../scenario/edits/edit";
import { applyEdits, editedView, touches } from "../scenario/edits/edit-slice";
import { columnsIn } from "./live/changed-groups";

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

/** A feature group as edits leave it, without anything being stored. */
export interface EditedGroup {
  group: FeatureGroup;
  /** Shape [rows of `group`]. The number that each row is known by: its stored one, or an added row's own. */
  ids: Int32Array;
}

/** The store's groups as edits leave them. Groups that no edit touches are the store's own; the others are copied, O(rows). */
export function editedGroups(store: FeatureStore, given: readonly Edit[]): (name: string) => EditedGroup {
  const edits = withoutRefused(given, columnsIn(store));
  const made = new Map<string, EditedGroup>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`Feature group ${JSON.stringify(name)} does not exist.`);
    const edited = touches(edits, name) ? editGroup(group, edits) : { group, ids: countUp(group.numRows) };
    made.set(name, edited);
    return edited;
  };
}

function editGroup(stored: FeatureGroup, edits: readonly Edit[]): EditedGroup {
  const columns: Map<string, Column> = new Map(stored.copy().columns);
  const ids = Array.from(countUp(stored.numRows));
  const deleted = new Set<number>();
  // Stored rows stand at their own number; an added one is found by looking from the end.
  const positionOf = (row: number) => (row < stored.numRows ? row : ids.lastIndexOf(row));
  applyEdits(edits, stored.name, {
    typeOf: (column) => stored.checked.schema.get(column),
    set(row, column, value) {
      const position = positionOf(row);
      if (position >= 0) columns.get(column)?.set(position, value);
    },
    add(row, values) {
      ids.push(row);
      for (const [name, column] of columns) column.push(values.get(name) ?? null);
    },
    changeColumn(name, change) {
      const column = columns.get(name);
      if (column !== undefined) columns.set(name, column.mapped(column.length, change));
    },
    delete: (row) => deleted.add(row),
  });
  let end = 0;
  for (const [position, id] of ids.entries()) {
    if (deleted.has(id)) continue;
    if (end !== position) for (const column of columns.values()) column.move(position, end);
    ids[end++] = id;
  }
  for (const column of columns.values()) column.truncate(end);
  return { group: stored.withColumns(columns, end), ids: Int32Array.from(ids.slice(0, end)) };
}

function countUp(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}
