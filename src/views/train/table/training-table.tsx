import { useEffect, useMemo, useRef } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { goTo } from "../../../state/address/navigate";
import { shownValue } from "../../../state/answer";
import { type AppState, pointAt, useAppStore } from "../../../state/app-store";
import type { Training, TrainingColumn } from "../../../state/training/training";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellAddress } from "../../../ui/table/data-table-column";
import { Findings } from "../findings/findings";
import { CellLine } from "../pointed/cell-line";
import { type Said, say, useSaid } from "../pointed/said";
import styles from "../train-stage.module.css";
import { CurrentRow } from "./current-row";
import { liveCells } from "./live-cells";
import { markOfCell } from "./mark-of-cell";
import { cellTone, trainingColumns } from "./training-columns";

export interface TrainingTableProps {
  readonly training: Training;
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** The step that the timeline shows, and the feature column of its join. */
  readonly at: Coordinate;
  readonly column: string | null;
  readonly isUpdating: boolean;
}

/** The training set without the edits, where there are any or one is in the hand; of another view it says nothing. */
function uneditedTraining({ place, held, training, unedited }: AppState): Training | null {
  const before = place.edits.length === 0 && held === null ? null : shownValue(unedited);
  return before?.viewName === shownValue(training)?.viewName ? before : null;
}

/** The training table, in time order. A cell says where it comes from; a click on it moves the timeline there. */
export function TrainingTable(props: TrainingTableProps) {
  const { training, slice, labelFg, at, column: shownColumn, isUpdating } = props;
  const said = useSaid();
  const table = useRef<DataTableHandle>(null);
  const section = useRef<HTMLElement>(null);
  const current = training.trainingRowOf(at.spineRow) ?? 0;
  const before = useAppStore(uneditedTraining);
  const live = useMemo(() => (slice === null ? null : liveCells(slice)), [slice]);
  const columns = useMemo(() => {
    const isWritten = (row: number, { join }: TrainingColumn) =>
      row !== current ||
      (!at.together && join < at.join) ||
      (at.phase === "write_cell" && (at.together || join === at.join));
    return trainingColumns(training, { isWritten, before, live });
  }, [training, current, at.join, at.phase, at.together, before, live]);
  const asLoaded = useAppStore((state) => shownValue(state.slice));
  const isLit = useLitCells(training, said);
  useEffect(() => table.current?.scrollToRow(current, "start"), [current]);
  const shown = said.kind === "mark" ? said.shown : null;
  useEffect(() => {
    if (shown === null) return;
    table.current?.scrollToRow(shown.trainingRow, "center");
    section.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);

  const point = (cell: CellAddress | null) => {
    const mark = cell === null ? null : markOfCell(training, cell);
    if (cell !== null) say({ kind: "cell", cell, mark });
    pointAt(mark);
  };
  const open = ({ rowIndex, columnId }: CellAddress) => {
    const column = training.columns.find(({ name }) => name === columnId);
    const row = training.spineIndex[rowIndex] ?? 0;
    const isFeature = column !== undefined && column.join >= 0;
    const step = isFeature
      ? { join: column.join, column: column.column, phase: "write_cell" as const }
      : { join: 0, column: null, phase: "find_entity" as const };
    goTo({ row, ...step, from: null, to: null });
    // It is this cell that is spoken of, in its row.
    const cell = { rowIndex, columnId };
    say({ kind: "cell", cell, mark: markOfCell(training, cell) });
  };
  const writing =
    training.columns.find(({ join, column }) => join === at.join && column === shownColumn)?.name ?? null;
  const selected = { rowIndex: current, columnId: at.phase === "write_cell" ? writing : null };
  return (
    <section ref={section} aria-label="Training table" className={styles.tableArea}>
      <CellLine said={said} training={training} slice={slice} labelFg={labelFg} isUpdating={isUpdating} />
      {slice !== null && (
        <div className={styles.currentRow}>
          <CurrentRow slice={slice} coordinate={at} origin={asLoaded} />
        </div>
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
  said: Said,
): ((row: number, columnId: string) => boolean) | undefined {
  const pointed = useAppStore((state) => state.pointed);
  const kept = said.kind === "mark" && said.shown !== null ? said.mark : null;
  const mark = pointed ?? kept;
  return useMemo(() => {
    if (mark === null) return undefined;
    const names = new Set(columns.filter(({ join }) => join === mark.join).map(({ name }) => name));
    const index = joins[mark.join]?.index;
    return (row, columnId) => index?.[row] === mark.row && names.has(columnId);
  }, [mark, columns, joins]);
}
