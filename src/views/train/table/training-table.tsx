import { useEffect, useMemo, useRef } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { goTo } from "../../../state/address/navigate";
import type { Place } from "../../../state/address/place";
import { shownValue } from "../../../state/answer";
import { type AppState, pointAt, useAppStore } from "../../../state/app-store";
import type { Training, TrainingColumn } from "../../../state/training/training";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellAddress } from "../../../ui/table/data-table-column";
import { Findings } from "../findings/findings";
import { CellLine } from "../pointed/cell-line";
import type { Said } from "../pointed/said";
import styles from "../train-stage.module.css";
import { markOfCell } from "./mark-of-cell";
import { cellTone, trainingColumns } from "./training-columns";
import { TrainingTools } from "./training-tools";

export interface TrainingTableProps {
  readonly training: Training;
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** The spine row, join and phase that the timeline shows. */
  readonly at: Pick<Place, "join" | "phase" | "column"> & { readonly row: number };
  readonly isUpdating: boolean;
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}

/** The training set without the edits, where there are any; of another view it says nothing. */
function uneditedTraining({ place, training, unedited }: AppState): Training | null {
  const before = place.edits.length === 0 ? null : shownValue(unedited);
  return before?.viewName === shownValue(training)?.viewName ? before : null;
}

/** The training table, in time order. A cell says where it comes from; a click on it moves the timeline there. */
export function TrainingTable(props: TrainingTableProps) {
  const { training, slice, labelFg, at, isUpdating, said, onSay: say } = props;
  const table = useRef<DataTableHandle>(null);
  const section = useRef<HTMLElement>(null);
  const current = training.trainingRowOf[at.row] ?? 0;
  const before = useAppStore(uneditedTraining);
  const columns = useMemo(() => {
    const isWritten = (row: number, { join }: TrainingColumn) =>
      row !== current || join < at.join || (join === at.join && at.phase === "write_cell");
    return trainingColumns(training, isWritten, before);
  }, [training, current, at.join, at.phase, before]);
  const isLit = useLitCells(training, said);
  useEffect(() => table.current?.scrollToRow(current, "nearest"), [current]);
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
  };
  const writing =
    training.columns.find(({ join, column }) => join === at.join && column === at.column)?.name ?? null;
  const selected = { rowIndex: current, columnId: at.phase === "write_cell" ? writing : null };
  return (
    <section ref={section} aria-label="Training table" className={styles.tableArea}>
      <TrainingTools
        training={training}
        slice={slice}
        current={current}
        isUpdating={isUpdating}
        onSight={(sight) => say({ kind: "sight", sight })}
      />
      <CellLine said={said} training={training} slice={slice} labelFg={labelFg} />
      <DataTable
        ref={table}
        label="Training table, in time order"
        columns={columns}
        rowCount={training.numRows}
        selected={selected}
        cellTone={(row, columnId) =>
          row === current && columnId === selected.columnId && cellTone(training, row, columnId) === "plain"
            ? "chosen"
            : cellTone(training, row, columnId)
        }
        isLit={isLit}
        onCellHover={point}
        onCellFocus={point}
        onCellActivate={open}
        visibleRows={8}
        empty="The spine has no rows yet."
      />
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
