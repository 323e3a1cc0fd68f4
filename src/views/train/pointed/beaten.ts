import type { EntitySlice } from "../../../microfs/entity-slice";
import { VerdictCode } from "../../../microfs/join/verdict";
import type { HoveredRow } from "../../../state/app";
import { sliceIndex } from "../../../timeline/slice-index/slice-index";
import { verdictsAt } from "../../../timeline/step/judgement";

const NONE: ReadonlySet<number> = new Set();

/**
 * The feature rows that the row of a cell was chosen over: those that passed every test and were superseded. Empty where
 * the cell is not of this slice's entity, or nothing was pointed at through a cell.
 */
export function beatenBy(slice: EntitySlice, pointed: HoveredRow | null): ReadonlySet<number> {
  if (pointed?.spineRow === undefined) return NONE;
  const join = slice.joins[pointed.join];
  if (join === undefined || sliceIndex(slice).spinePositionOf(pointed.spineRow) === -1) return NONE;
  const { candidates, codes, chosen } = verdictsAt(slice, join, pointed.spineRow);
  if (chosen?.row !== pointed.row) return NONE;
  const rows = new Set<number>();
  for (let place = 0; place < codes.length; place++)
    if (codes[place] === VerdictCode.superseded) rows.add(candidates.rowAt(place));
  return rows;
}
