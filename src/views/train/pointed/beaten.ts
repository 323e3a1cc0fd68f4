import { type EntitySlice, explainSlice } from "../../../microfs/entity-slice";
import type { HoveredRow } from "../../../state/app";

/** Of more rows hardly any has a mark that could be lit. */
const MOST_CANDIDATES = 5_000;

const NONE: readonly number[] = [];

/**
 * The feature rows that the row of a cell was chosen over: those that passed every test and were superseded. Empty where
 * the cell is not of this slice's entity, or nothing was pointed at through a cell.
 */
export function beatenBy(slice: EntitySlice, pointed: HoveredRow | null): readonly number[] {
  if (pointed?.spineRow === undefined) return NONE;
  const join = slice.joins[pointed.join];
  const position = slice.spine.rows.indexOf(pointed.spineRow);
  if (join === undefined || position === -1 || join.rows.length > MOST_CANDIDATES) return NONE;
  const { candidates } = explainSlice(slice, join, position);
  if (!candidates.some(({ row, verdict }) => row === pointed.row && verdict === "chosen")) return NONE;
  return candidates.filter(({ verdict }) => verdict === "superseded").map(({ row }) => row);
}
