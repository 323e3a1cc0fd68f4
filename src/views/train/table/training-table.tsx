import { useEffect, useMemo, useRef, useState } from "react";
import { goTo } from "../../../state/navigate";
import type { Place } from "../../../state/place";
import type { Training, TrainingColumn } from "../../../state/training";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellAddress } from "../../../ui/table/data-table-column";
import styles from "../train-stage.module.css";
import { provenance } from "./provenance";
import { cellTone, trainingColumns } from "./training-columns";
import { TrainingTools } from "./training-tools";

export interface TrainingTableProps {
  readonly training: Training;
  readonly labelFg: string;
  /** The spine row, join and phase that the timeline shows. */
  readonly at: Pick<Place, "join" | "phase" | "column"> & { readonly row: number };
  readonly isUpdating: boolean;
  /** The cell that is pointed at, or null. */
  readonly onPoint: (cell: CellAddress | null) => void;
}

/** The training table, in time order. A cell says where it comes from; a click on it moves the timeline there. */
export function TrainingTable({ training, labelFg, at, isUpdating, onPoint }: TrainingTableProps) {
  const table = useRef<DataTableHandle>(null);
  const [cell, setCell] = useState<CellAddress | null>(null);
  const current = training.trainingRowOf[at.row] ?? 0;
  const columns = useMemo(() => {
    const isWritten = (row: number, { join }: TrainingColumn) =>
      row !== current || join < at.join || (join === at.join && at.phase === "write_cell");
    return trainingColumns(training, isWritten);
  }, [training, current, at.join, at.phase]);
  useEffect(() => table.current?.scrollToRow(current, "nearest"), [current]);

  const point = (to: CellAddress | null) => {
    setCell(to);
    onPoint(to);
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
    <section aria-label="Training table" className={styles.tableArea}>
      <TrainingTools training={training} current={current} isUpdating={isUpdating} />
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
        onCellHover={point}
        onCellFocus={point}
        onCellActivate={open}
        visibleRows={8}
        empty="The spine has no rows yet."
      />
      <p className={styles.provenance} aria-live="polite">
        {cell === null
          ? "Point at a cell to see where it comes from; press it to see why."
          : provenance(training, cell, labelFg)}
      </p>
    </section>
  );
}
