import { NO_MATCH } from "../../../microfs/asof-join";
import type { HoveredRow } from "../../../state/app";
import type { Training } from "../../../state/training/training";
import type { CellAddress } from "../../../ui/table/data-table-column";

/** The feature row that a cell of the training table came from; `null` for the spine's own cells and for empty ones. */
export function markOfCell(training: Training, { rowIndex, columnId }: CellAddress): HoveredRow | null {
  const join = training.columns.find(({ name }) => name === columnId)?.join ?? -1;
  const row = training.joins[join]?.index[rowIndex] ?? NO_MATCH;
  return row === NO_MATCH ? null : { join, row, spineRow: training.spineIndex[rowIndex] ?? NO_MATCH };
}
