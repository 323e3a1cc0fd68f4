import { type EntitySlice, VerdictCode } from "../../../microfs/core";
import type { HoveredRow } from "../../../state/app";
import { sliceIndex } from "../../../timeline/slice-index/slice-index";
import { verdictsAt } from "../../../timeline/step/step-verdicts";

const NONE: ReadonlySet<number> = new Set();

/**
 * The feature rows that the row of a cell was chosen over: those that passed every test and were superseded. Empty where
 * the cell is not of this slice's entity, or nothing is hovered through a cell.
 */
export function supersededRows(slice: EntitySlice, hovered: HoveredRow | null): ReadonlySet<number> {
  if (hovered?.spineRow === undefined) return NONE;
  const join = slice.joins[hovered.join];
  if (join === undefined || sliceIndex(slice).spinePositionOf(hovered.spineRow) === -1) return NONE;
  const { candidates, codes, chosen } = verdictsAt(slice, join, hovered.spineRow);
  if (chosen?.row !== hovered.row) return NONE;
  const rows = new Set<number>();
  for (let place = 0; place < codes.length; place++)
    if (codes[place] === VerdictCode.superseded) rows.add(candidates.rowAt(place));
  return rows;
}
