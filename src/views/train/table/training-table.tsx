import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { type EntitySlice, NO_MATCH, type ViewColumn } from "../../../microfs/core";
import { type HoveredRow, hoverRow } from "../../../state/app";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { showsLatest } from "../../../state/training-queries";
import { useApp, useAppHandle, usePages, usePart } from "../../../state/use-app";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellCoordinate } from "../../../ui/table/data-table-column";
import type { ViewSummary } from "../../../worker/results";
import { type Status, setStatus, statusLine } from "../hovered/status";
import { otherRowAt } from "../own-join/other-rows";
import { useOwnRun } from "../own-join/own-cells";
import styles from "../train-stage.module.css";
import { CurrentRow } from "./current-row";
import { cellsOfSlice } from "./slice-cells";
import { StatusLine } from "./status-line";
import {
  cellTone,
  columnsOfJoin,
  groupOfJoin,
  type SpineNames,
  trainingColumns,
  writtenColumns,
} from "./training-columns";

/** What the table's owner can call. */
export interface TrainingTableHandle {
  /** Where the value of the join being played stands once it is written: in the row, or in the table. */
  readonly writtenCell: () => Element | null;
}

export interface TrainingTableProps {
  readonly ref?: Ref<TrainingTableHandle>;
  readonly training: Training;
  readonly slice: EntitySlice | null;
  readonly view: ViewSummary;
  /** The step that the timeline shows, and the feature column of its join. */
  readonly at: Coordinate;
  readonly column: string | null;
  readonly isUpdating: boolean;
}

/** The training table, in time order. A cell says where it comes from; a click on it moves the timeline there. */
export function TrainingTable(props: TrainingTableProps) {
  const app = useAppHandle();
  const { training, slice, view, at, column: shownColumn, isUpdating } = props;
  const { line } = usePart(statusLine, (status) => status);
  const table = useRef<DataTableHandle>(null);
  const row = useRef<HTMLElement>(null);
  useImperativeHandle(props.ref, () => ({
    writtenCell: () =>
      [row.current, table.current?.selectedCell() ?? null].find(
        (cell) => cell !== null && cell.getClientRects().length > 0,
      ) ?? null,
  }));
  const section = useRef<HTMLElement>(null);
  const current = training.trainingRowOf(at.spineRow) ?? 0;
  const version = usePages(training.pages);
  const isLatest = useApp(showsLatest);
  const own = useOwnRun(training);
  const isFull = useApp((state) => state.route.full);
  const names = useSpineNames(view);
  const written = useMemo(() => writtenColumns(training), [training]);
  const sliceCells = useMemo(() => (slice === null ? null : cellsOfSlice(slice)), [slice]);
  const isWritten = useCallback(
    (row: number, { join }: ViewColumn) =>
      row !== current ||
      join < 0 ||
      (!at.together && join < at.join) ||
      (at.phase === "write_cell" && (at.together || join === at.join)),
    [current, at.join, at.phase, at.together],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in sight anew
  const columns = useMemo(
    () => trainingColumns(training, written, names, { isWritten, sliceCells, showsBefore: !isLatest, own }),
    [training, written, names, version, isWritten, sliceCells, isLatest, own],
  );
  const asLoaded = useApp((state) => latestData(state.slice));
  const isLit = useHighlightedCells(training, line);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is written next is seen being written
  useEffect(() => table.current?.scrollToRow(current, "start"), [current, at.join, at.phase]);
  const shown = line.kind === "mark" ? line.shown : null;
  useEffect(() => {
    if (shown === null) return;
    table.current?.scrollToRow(shown.trainingRow, "center");
    section.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);

  const hover = (cell: CellCoordinate | null) => {
    const mark = cell === null ? null : markOfCell(training, cell);
    if (cell !== null) setStatus(app, { kind: "cell", cell, mark });
    hoverRow(app, mark);
  };
  const open = ({ rowIndex, columnId }: CellCoordinate) => {
    const column = training.columns.find(({ name }) => name === columnId);
    const spineRow = training.spineIndex[rowIndex] ?? 0;
    const isFeature = column !== undefined && column.join >= 0;
    const step = isFeature
      ? { join: column.join, column: column.column, phase: "write_cell" as const }
      : { join: 0, column: null, phase: "find_entity" as const };
    goTo(app, { row: spineRow, ...step, from: null, to: null });
    // The status line shows this cell, in its row.
    const cell = { rowIndex, columnId };
    setStatus(app, { kind: "cell", cell, mark: markOfCell(training, cell) });
  };
  const writing =
    training.columns.find(({ join, column }) => join === at.join && column === shownColumn)?.name ?? null;
  // The names of a new training set's columns may be the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are wider or narrower in another training set
  useLayoutEffect(() => {
    table.current?.scrollToColumns(columnsOfJoin(training, at.join));
    if (writing !== null) table.current?.scrollToColumns([writing]);
  }, [at.join, writing, written, names]);
  const selected = { rowIndex: current, columnId: at.phase === "write_cell" ? writing : null };
  return (
    <section ref={section} aria-label="Training table" className={styles.tableArea}>
      {slice !== null && (
        <div className={styles.row}>
          <CurrentRow
            ref={row}
            slice={slice}
            coordinate={at}
            origin={isLatest ? null : asLoaded}
            otherRow={own === null ? undefined : (join) => otherRowAt(own, current, join)}
          />
        </div>
      )}
      {training.pages.error !== null && (
        <Notice kind="error" title="These rows could not be fetched.">
          {training.pages.error.message}
        </Notice>
      )}
      <div className={styles.table}>
        <DataTable
          ref={table}
          label="Training table, in time order"
          columns={columns}
          rowCount={training.numRows}
          selected={selected}
          cellTone={(row, columnId) => {
            const tone = cellTone(training, row, columnId, { sliceCells, isWritten });
            return row === current && columnId === selected.columnId && tone === "plain" ? "chosen" : tone;
          }}
          isLit={isLit}
          onCellHover={hover}
          onCellFocus={hover}
          onCellActivate={open}
          currentGroup={at.together ? undefined : groupOfJoin(training, at.join)}
          visibleRows={isFull ? 1 : "fill"}
          empty="The spine has no rows yet."
        />
      </div>
      {!isFull && (
        <div className={styles.status}>
          <StatusLine
            line={line}
            training={training}
            slice={slice}
            labelFg={view.definition.labelFg}
            own={own}
            isUpdating={isUpdating}
          />
        </div>
      )}
    </section>
  );
}

/** What of the spine names a row: its keys, its event time, and the label. */
function useSpineNames(view: ViewSummary): SpineNames {
  const overview = useApp((state) => state.overview);
  return useMemo(() => {
    const { labelFg } = view.definition;
    const group = overview?.groups.find(({ definition }) => definition.name === labelFg)?.definition;
    const keys = group === undefined ? [] : [...group.primaryKeys, group.eventTime];
    return { labelFg, columns: [...new Set([...keys, ...view.label])] };
  }, [view, overview]);
}

/** The cells that come from the row that is hovered; after a jump to them also while nothing is. */
function useHighlightedCells(
  { columns, joins }: Training,
  line: Status,
): ((row: number, columnId: string) => boolean) | undefined {
  const hovered = useApp((state) => state.hovered);
  const kept = line.kind === "mark" && line.shown !== null ? line.mark : null;
  const mark = hovered ?? kept;
  return useMemo(() => {
    if (mark === null) return undefined;
    const names = new Set(columns.filter(({ join }) => join === mark.join).map(({ name }) => name));
    const index = joins[mark.join]?.index;
    return (row, columnId) => index?.[row] === mark.row && names.has(columnId);
  }, [mark, columns, joins]);
}

/** The feature row that a cell of the training table came from; `null` for the spine's own cells and for empty ones. */
function markOfCell(training: Training, { rowIndex, columnId }: CellCoordinate): HoveredRow | null {
  const join = training.columns.find(({ name }) => name === columnId)?.join ?? -1;
  const row = training.joins[join]?.index[rowIndex] ?? NO_MATCH;
  return row === NO_MATCH ? null : { join, row, spineRow: training.spineIndex[rowIndex] ?? NO_MATCH };
}
