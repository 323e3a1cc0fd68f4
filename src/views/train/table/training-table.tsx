import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import type { ViewColumn } from "../../../microfs/join/view-columns";
import { hoverRow } from "../../../state/app";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training/training";
import { useApp, useAppHandle, usePages, usePart } from "../../../state/use-app";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellAddress } from "../../../ui/table/data-table-column";
import { Findings } from "../findings/findings";
import { CellLine } from "../pointed/cell-line";
import { type StatusLine, setStatus, statusLine } from "../pointed/status-line";
import styles from "../train-stage.module.css";
import { CurrentRow } from "./current-row";
import { liveCells } from "./live-cells";
import { markOfCell } from "./mark-of-cell";
import { cellTone, trainingColumns, writtenColumns } from "./training-columns";

/** What the table's owner can ask of it. */
export interface TrainingTableHandle {
  /** Where the value of the join being played stands once it is written: in the row, or in the table. */
  readonly writtenCell: () => Element | null;
}

export interface TrainingTableProps {
  readonly ref?: Ref<TrainingTableHandle>;
  readonly training: Training;
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** The step that the timeline shows, and the feature column of its join. */
  readonly at: Coordinate;
  readonly column: string | null;
  readonly isUpdating: boolean;
}

/** The training table, in time order. A cell says where it comes from; a click on it moves the timeline there. */
export function TrainingTable(props: TrainingTableProps) {
  const app = useAppHandle();
  const { training, slice, labelFg, at, column: shownColumn, isUpdating } = props;
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
  const written = useMemo(() => writtenColumns(training), [training]);
  const live = useMemo(() => (slice === null ? null : liveCells(slice)), [slice]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in sight anew
  const columns = useMemo(() => {
    const isWritten = (row: number, { join }: ViewColumn) =>
      row !== current ||
      (!at.together && join < at.join) ||
      (at.phase === "write_cell" && (at.together || join === at.join));
    return trainingColumns(training, written, { isWritten, live });
  }, [training, written, version, current, at.join, at.phase, at.together, live]);
  const asLoaded = useApp((state) => latestData(state.slice));
  const isLit = useLitCells(training, line);
  useEffect(() => table.current?.scrollToRow(current, "start"), [current]);
  const shown = line.kind === "mark" ? line.shown : null;
  useEffect(() => {
    if (shown === null) return;
    table.current?.scrollToRow(shown.trainingRow, "center");
    section.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);

  const point = (cell: CellAddress | null) => {
    const mark = cell === null ? null : markOfCell(training, cell);
    if (cell !== null) setStatus(app, { kind: "cell", cell, mark });
    hoverRow(app, mark);
  };
  const open = ({ rowIndex, columnId }: CellAddress) => {
    const column = training.columns.find(({ name }) => name === columnId);
    const spineRow = training.spineIndex[rowIndex] ?? 0;
    const isFeature = column !== undefined && column.join >= 0;
    const step = isFeature
      ? { join: column.join, column: column.column, phase: "write_cell" as const }
      : { join: 0, column: null, phase: "find_entity" as const };
    goTo(app, { row: spineRow, ...step, from: null, to: null });
    // It is this cell that is spoken of, in its row.
    const cell = { rowIndex, columnId };
    setStatus(app, { kind: "cell", cell, mark: markOfCell(training, cell) });
  };
  const writing =
    training.columns.find(({ join, column }) => join === at.join && column === shownColumn)?.name ?? null;
  const selected = { rowIndex: current, columnId: at.phase === "write_cell" ? writing : null };
  return (
    <section ref={section} aria-label="Training table" className={styles.tableArea}>
      <CellLine line={line} training={training} slice={slice} labelFg={labelFg} isUpdating={isUpdating} />
      {slice !== null && (
        <div className={styles.currentRow}>
          <CurrentRow ref={row} slice={slice} coordinate={at} origin={asLoaded} />
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
            const tone = cellTone(training, row, columnId, live);
            return row === current && columnId === selected.columnId && tone === "plain" ? "chosen" : tone;
          }}
          isLit={isLit}
          onCellHover={point}
          onCellFocus={point}
          onCellActivate={open}
          visibleRows={8}
          empty="The spine has no rows yet."
        />
      </div>
      <Findings training={training} current={current} />
    </section>
  );
}

/** The cells that come from the row that is pointed at; after a jump to them also while nothing is. */
function useLitCells(
  { columns, joins }: Training,
  line: StatusLine,
): ((row: number, columnId: string) => boolean) | undefined {
  const pointed = useApp((state) => state.hovered);
  const kept = line.kind === "mark" && line.shown !== null ? line.mark : null;
  const mark = pointed ?? kept;
  return useMemo(() => {
    if (mark === null) return undefined;
    const names = new Set(columns.filter(({ join }) => join === mark.join).map(({ name }) => name));
    const index = joins[mark.join]?.index;
    return (row, columnId) => index?.[row] === mark.row && names.has(columnId);
  }, [mark, columns, joins]);
}
