import { NO_MATCH } from "../../microfs";

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
