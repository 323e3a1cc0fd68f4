import { useMemo } from "react";
import { CellFlag, type EntitySlice, reasonName } from "../../../microfs/core";
import type { HoveredRow } from "../../../state/app";
import { goTo } from "../../../state/route/go-to";
import { cellAt, type Training } from "../../../state/training";
import { useAppHandle } from "../../../state/use-app";
import { REASON_TERMS } from "../../../terms/reasons";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatMoment } from "../../../timeline/words/format-moment";
import { nounOf } from "../../../timeline/words/nouns";
import { rowName } from "../../../timeline/words/row-name";
import { Button } from "../../../ui/controls/button";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { CellCoordinate } from "../../../ui/table/data-table-column";
import type { TrainingTotals } from "../../../worker/results";
import type { Status } from "../hovered/status";
import { supersededRows } from "../hovered/superseded-rows";
import { notableWords, placeWords } from "../notable/notable-rows";
import styles from "./status-line.module.css";
import { formatOf, PENDING, yearStyle } from "./training-columns";

export interface StatusLineProps {
  readonly line: Status;
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** Whether the worker is still joining. */
  readonly isUpdating: boolean;
}

/** One line over the table: where a cell comes from, or what is to be seen in a row. Its place has a fixed height. */
export function StatusLine(props: StatusLineProps) {
  const { line, training } = props;
  // It goes through all cells.
  const place = useMemo(
    () => (line.kind === "notable" ? placeWords(training, line.notable) : ""),
    [line, training],
  );
  const words = wordsOf(props, place);
  return (
    <div className={styles.line}>
      <p role="status" className={styles.words} title={words || undefined}>
        {words || (
          <>
            <span className={styles.forMouse}>
              Point at a cell to see where it comes from; press it to see why.
            </span>
            <span className={styles.forTouch}>Press a cell to see how it came to be.</span>
          </>
        )}
      </p>
      <p className={styles.summary}>
        <Totals totals={props.training.totals} />
        {props.isUpdating && " · updating …"}
      </p>
    </div>
  );
}

/** How a training set turned out: rows, how often a join found none and the way to why, leaks. */
function Totals({ totals: { trainingRows, empty, leaks, joins } }: { readonly totals: TrainingTotals }) {
  const app = useAppHandle();
  const foundNone = `${formatNumber(empty)} of ${formatNumber(joins.length * trainingRows)} joins found no row`;
  return (
    <>
      {countOf(trainingRows, "row")}
      {" · "}
      {empty === 0 ? (
        "every join found a row"
      ) : (
        <Button variant="link" aria-label={`${foundNone}: why?`} onClick={() => goTo(app, { empty: true })}>
          {foundNone}
        </Button>
      )}
      {leaks > 0 && ` · ${countOf(leaks, "leak")}`}
    </>
  );
}

/** What is said of what the reader looks at; "" for nothing. @param place - Of a notable row: which of how many of its kind it is. */
function wordsOf({ line, training, slice, labelFg }: StatusLineProps, place: string): string {
  switch (line.kind) {
    case "nothing":
    case "mark":
      return "";
    case "cell": {
      const from = provenance(training, line.cell, labelFg);
      const superseded = supersededWords(slice, line.mark);
      return superseded === "" ? from : `${from} ${superseded}`;
    }
    case "notable": {
      const { trainingRow, join } = line.notable;
      const words = notableWords(line.notable, training.joins[join]?.fgName ?? "");
      return `Row ${rowName(training.spineIndex[trainingRow] ?? 0)}: ${words} (${place})`;
    }
  }
}

function supersededWords(slice: EntitySlice | null, mark: HoveredRow | null): string {
  const join = mark === null ? undefined : slice?.joins[mark.join];
  if (slice === null || join === undefined) return "";
  const superseded = supersededRows(slice, mark).size;
  if (superseded === 0) return "";
  const noun = nounOf(slice, join);
  return `It was chosen over ${formatNumber(superseded)} other ${superseded === 1 ? noun.one : noun.many}.`;
}

/** Where a cell comes from, in one line: the row of its group, when that happened, and how old it was by then. */
function provenance(training: Training, { rowIndex, columnId }: CellCoordinate, labelFg: string): string {
  const number = training.columns.findIndex(({ name }) => name === columnId);
  const column = training.columns[number];
  const time = training.timesUs[rowIndex];
  if (column === undefined || time === undefined) return "";
  const style = yearStyle(training);
  const spineRow = rowName(training.spineIndex[rowIndex] ?? 0);
  const where = `Row ${spineRow}, ${columnId}`;
  const cell = cellAt(training, rowIndex, number);
  const value = cell === undefined ? PENDING : formatOf(training, number)(cell);
  const join = training.joins[column.join];
  if (join === undefined) {
    return `${where}: ${value}, the row's own, from row ${spineRow} of ${labelFg}.`;
  }
  const row = join.index[rowIndex] ?? -1;
  if (row < 0)
    return `${where}: null, because ${REASON_TERMS[reasonName(join.reason[rowIndex] ?? 0)].because}.`;
  const eventUs = join.eventTimesUs[rowIndex] ?? 0n;
  const from = `${where}: ${value}, from row ${rowName(row)} of ${join.fgName}, ${formatMoment(eventUs, style)}`;
  const isLeak = ((join.flags[rowIndex] ?? 0) & CellFlag.leak) !== 0;
  const leak = isLeak ? " A leak: it could not be known by then." : "";
  if (eventUs === time) return `${from}, the very same moment.${leak}`;
  return `${from}, ${roughDuration(time - eventUs)} ${eventUs < time ? "before" : "after"}.${leak}`;
}
