import { useMemo } from "react";
import { CellFlag, type EntitySlice, reasonName } from "../../../microfs/core";
import type { HoveredRow } from "../../../state/app";
import { compareRow } from "../../../state/compare/compare-links";
import type { OwnJoinRun } from "../../../state/own-join/own-join";
import { goTo } from "../../../state/route/go-to";
import { cellAt, type Training } from "../../../state/training";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
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
import { otherRowAt } from "../own-join/other-rows";
import styles from "./status-line.module.css";
import { formatOf, PENDING, yearStyle } from "./training-columns";

export interface StatusLineProps {
  readonly line: Status;
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** Where the reader's own join is looked at: what it takes. */
  readonly own: OwnJoinRun | null;
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
      {line.kind === "cell" && <CompareLink training={training} cell={line.cell} />}
      <p className={styles.summary}>
        <Totals totals={props.training.totals} />
        {props.isUpdating && " · updating …"}
      </p>
    </div>
  );
}

/** Where the row of a cell stands under two joins; nothing for what is the spine's own. */
function CompareLink({ training, cell }: { readonly training: Training; readonly cell: CellCoordinate }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const column = training.columns.find(({ name }) => name === cell.columnId);
  if (column === undefined || column.join < 0) return null;
  const row = training.spineIndex[cell.rowIndex] ?? null;
  const compared = compareRow(route, { row, join: column.join, column: column.column });
  return (
    <a className={styles.way} href={hrefTo(compared, route)}>
      Compare this row
    </a>
  );
}

/** How a training set turned out: rows, how often a join found none, and the way to why. */
function Totals({ totals: { trainingRows, empty, joins } }: { readonly totals: TrainingTotals }) {
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
    </>
  );
}

/** What is said of what the reader looks at; "" for nothing. @param place - Of a notable row: which of how many of its kind it is. */
function wordsOf({ line, training, slice, labelFg, own }: StatusLineProps, place: string): string {
  switch (line.kind) {
    case "nothing":
    case "mark":
      return "";
    case "cell": {
      const from = provenance(training, line.cell, labelFg);
      return [from, ownWords(own, training, line.cell), supersededWords(slice, line.mark)]
        .filter((words) => words !== "")
        .join(" ");
    }
    case "notable": {
      const { trainingRow, join } = line.notable;
      const words = notableWords(line.notable, training.joins[join]?.fgName ?? "");
      const found = `Row ${rowName(training.spineIndex[trainingRow] ?? 0)}: ${words} (${place})`;
      return line.wrapped ? `That was the last one; this is the first again. ${found}` : found;
    }
  }
}

function ownWords(
  own: OwnJoinRun | null,
  { columns }: Training,
  { rowIndex, columnId }: CellCoordinate,
): string {
  const join = columns.find(({ name }) => name === columnId)?.join ?? -1;
  const other = own && otherRowAt(own, rowIndex, join);
  if (!other) return "";
  if (other.yours === null) return "Your join takes no row.";
  return `Your join takes row ${rowName(other.yours)}${other.leaks ? ", which leaks: it could not be known by then" : ""}.`;
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
