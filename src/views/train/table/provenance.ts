import { CellFlag } from "../../../microfs/join/notable";
import { reasonName } from "../../../microfs/join/verdict";
import { cellAt, type Training } from "../../../state/training/training";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatMoment } from "../../../timeline/words/format-moment";
import { formatNumber } from "../../../ui/format-number";
import type { CellAddress } from "../../../ui/table/data-table-column";
import { formatOf, PENDING, yearStyle } from "./training-columns";

/** Why a join wrote nothing, in words. */
const NOTHING: Readonly<Record<string, string>> = {
  null_key: "the key is null, and null matches nothing",
  no_entity: "the group has no row of this entity",
  expired: "what was known is older than the TTL",
  not_yet_known: "it had happened, but was not known yet",
  future_only: "everything happened later",
  wrong_side: "every row lies where this join does not look",
};

/** Where a cell comes from, in one line: the row of its group, when that happened, and how old it was by then. */
export function provenance(training: Training, { rowIndex, columnId }: CellAddress, labelFg: string): string {
  const number = training.columns.findIndex(({ name }) => name === columnId);
  const column = training.columns[number];
  const time = training.timesUs[rowIndex];
  if (column === undefined || time === undefined) return "";
  const style = yearStyle(training);
  const where = `Row ${formatNumber(rowIndex + 1)}, ${columnId}`;
  const cell = cellAt(training, rowIndex, number);
  const value = cell === undefined ? PENDING : formatOf(training, number)(cell);
  const join = training.joins[column.join];
  if (join === undefined) {
    return `${where}: ${value}, the row's own, from row ${formatNumber((training.spineIndex[rowIndex] ?? 0) + 1)} of ${labelFg}.`;
  }
  const row = join.index[rowIndex] ?? -1;
  if (row < 0) return `${where}: null, because ${NOTHING[reasonName(join.reason[rowIndex] ?? 0)]}.`;
  const eventUs = join.eventTimesUs[rowIndex] ?? 0n;
  const from = `${where}: ${value}, from row ${formatNumber(row + 1)} of ${join.fgName}, ${formatMoment(eventUs, style)}`;
  const isLeak = ((join.flags[rowIndex] ?? 0) & CellFlag.leak) !== 0;
  const leak = isLeak ? " A leak: it could not be known by then." : "";
  if (eventUs === time) return `${from}, the very same moment.${leak}`;
  return `${from}, ${roughDuration(time - eventUs)} ${eventUs < time ? "before" : "after"}.${leak}`;
}
