import type { FeatureGroup } from "../../microfs";
import type { CheckedView } from "../../microfs/feature-view";
import { cellOf } from "../../scenario/edits/cell-of";
import type { Edit } from "../../scenario/edits/edit";
import { entityColumns } from "./entity-codes";

/**
 * A stored spine row of the entity that an edit adds a spine row for. O(rows).
 *
 * @returns The row's number in the label group's table; −1 where nothing of that entity is stored.
 */
export function storedRelative(
  view: CheckedView,
  spine: FeatureGroup,
  spineRow: number,
  edits: readonly Edit[],
): number {
  const added = edits.find(
    (edit) => edit.kind === "add" && edit.group === view.labelFg && edit.row === spineRow,
  );
  if (added?.kind !== "add") return -1;
  const keys = entityColumns(view, spine).map((name) => {
    const column = spine.column(name);
    return { column, value: cellOf(added.values[name], column.type) };
  });
  for (let row = 0; row < spine.numRows; row++)
    if (keys.every(({ column, value }) => value !== null && column.get(row) === value)) return row;
  return -1;
}
