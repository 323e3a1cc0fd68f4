import type { FeatureGroup, FeatureStore } from "../microfs";
import { applyEdits, touches } from "../scenario/edits/apply-edits";
import type { Edit } from "../scenario/edits/edit";

/** A feature group as edits leave it, without anything being stored. */
export interface EditedGroup {
  group: FeatureGroup;
  /** Shape [rows of `group`]. The number that each row is known by: its stored one, or an added row's own. */
  ids: Int32Array;
}

/** The store's groups as edits leave them. Groups that no edit touches are the store's own; the others are copied, O(rows). */
export function editedGroups(store: FeatureStore, edits: readonly Edit[]): (name: string) => EditedGroup {
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
  const group = stored.copy();
  const ids = Array.from(countUp(stored.numRows));
  const deleted = new Set<number>();
  // Stored rows stand at their own number; an added one is found by looking from the end.
  const positionOf = (row: number) => (row < stored.numRows ? row : ids.lastIndexOf(row));
  applyEdits(edits, stored.name, {
    typeOf: (column) => group.checked.schema.get(column),
    set(row, column, value) {
      const position = positionOf(row);
      if (position >= 0) group.columns.get(column)?.set(position, value);
    },
    add(row, values) {
      ids.push(row);
      for (const [name, column] of group.columns) column.push(values.get(name) ?? null);
    },
    delete: (row) => deleted.add(row),
  });
  let end = 0;
  for (const [position, id] of ids.entries()) {
    if (deleted.has(id)) continue;
    if (end !== position) for (const column of group.columns.values()) column.move(position, end);
    ids[end++] = id;
  }
  for (const column of group.columns.values()) column.truncate(end);
  group.show(end);
  return { group, ids: Int32Array.from(ids.slice(0, end)) };
}

function countUp(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}
