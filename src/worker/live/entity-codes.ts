import type { FeatureGroup, OverlaidKeys } from "../../microfs";
import { type CheckedView, NO_MATCH } from "../../microfs/core";
import { changesByColumn } from "../../scenario/edits/column-change";
import type { Edit } from "../../scenario/edits/edit";
import { cellOf } from "../../scenario/inline-value";

/** The spine's columns that name the entity of a view: all that some join is on, or the spine's own keys. */
export function entityColumns(view: CheckedView, spine: FeatureGroup): readonly string[] {
  const named = [...new Set(view.joins.flatMap((join) => join.spineColumns))];
  return named.length > 0 ? named : spine.primaryKeys;
}

/** A training set's entities, numbered. */
export interface EntityCodes {
  /** Shape [training rows]. In [0, count). A null in a column makes a row an entity of its own, as in an entity slice. */
  codes: Int32Array;
  count: number;
}

/**
 * The entity of every training row. O(rows).
 *
 * @param spineIndex - Shape [training rows]. Rows of the spine.
 * @param keys - The spine's rows by the columns that name an entity.
 */
export function entityCodes(spineIndex: Int32Array, keys: OverlaidKeys): EntityCodes {
  let { count } = keys;
  const codes = spineIndex.map((row) => {
    const code = keys.codeOf(row);
    return code < 0 ? count++ : code;
  });
  return { codes, count };
}

/** Shape [training rows]. The training row of the same entity that came before, or −1. O(rows). */
export function previousRows({ codes, count }: EntityCodes): Int32Array {
  const last = new Int32Array(count).fill(-1);
  return codes.map((code, trainingRow) => {
    const previous = last[code] ?? -1;
    last[code] = trainingRow;
    return previous;
  });
}

/** A column's values by row, compared. */
interface Values {
  isNull(row: number): boolean;
  equal(a: number, b: number): boolean;
}

/**
 * Tells where a join wrote something else than for the entity's training row before.
 *
 * @param index - Shape [training rows]. The chosen rows, or −1.
 * @param previous - Shape [training rows]. The training row of the same entity that came before, or −1.
 * @param written - The columns that the join writes.
 */
export function changedCells(
  index: Int32Array,
  previous: Int32Array,
  written: readonly Values[],
): (trainingRow: number) => boolean {
  return (trainingRow) => {
    const before = previous[trainingRow] ?? -1;
    const [row, earlier] = [index[trainingRow] ?? NO_MATCH, index[before] ?? NO_MATCH];
    if (before < 0 || row === earlier) return false;
    // No row at all reads as null, too.
    if (row === NO_MATCH) return written.some((column) => !column.isNull(earlier));
    if (earlier === NO_MATCH) return written.some((column) => !column.isNull(row));
    return written.some((column) => !column.equal(row, earlier));
  };
}

/**
 * A stored spine row of the entity that an edit adds a spine row for. O(rows).
 *
 * @param spine - With whole columns as the edits leave them.
 * @returns The row's number in the label group's table; −1 where nothing of that entity is stored.
 */
export function storedRowOfEntity(
  view: CheckedView,
  spine: FeatureGroup,
  spineRow: number,
  edits: readonly Edit[],
): number {
  const at = edits.findIndex(
    (edit) => edit.kind === "add" && edit.group === view.labelFg && edit.row === spineRow,
  );
  const added = edits[at];
  if (added?.kind !== "add") return -1;
  const since = changesByColumn(edits.slice(at), view.labelFg);
  const keys = entityColumns(view, spine).map((name) => {
    const column = spine.column(name);
    const value = cellOf(added.values[name], column.type);
    return { column, value: since.get(name)?.(value) ?? value };
  });
  for (let row = 0; row < spine.numRows; row++)
    if (keys.every(({ column, value }) => value !== null && column.get(row) === value)) return row;
  return -1;
}
