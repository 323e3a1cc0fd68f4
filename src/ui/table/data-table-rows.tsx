// biome-ignore-all lint/a11y/useSemanticElements: a <table> keeps its roles only while it is laid out as one, and this one lays out only the rows in sight
import { type CSSProperties, memo, type Ref } from "react";
import { classNames } from "../class-names";
import styles from "./data-table.module.css";
import type { CellTone, DataTableColumn, RowTone } from "./data-table-column";

/** The line, or two, that stays over the rows. */
export function DataTableHeader(props: {
  readonly columns: readonly DataTableColumn[];
  readonly ref: Ref<HTMLDivElement>;
}) {
  const hasTwoLines = props.columns.some((column) => column.subheader !== undefined);
  return (
    <div role="rowgroup" ref={props.ref} className={styles.header}>
      <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.headerRow}>
        {props.columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            className={classNames(styles.headerCell, column.align === "end" && styles.end)}
          >
            {hasTwoLines ? (
              <>
                <span className={styles.headerName}>{column.header}</span>
                <span className={styles.headerNote}>{column.subheader}</span>
              </>
            ) : (
              <span className={styles.headerNote}>{column.header}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

export interface DataTableRowProps {
  readonly rowIndex: number;
  readonly topPx: number;
  readonly columns: readonly DataTableColumn[];
  readonly isSelected: boolean;
  readonly selectedColumnId: string | null;
  /** The one cell that Tab can reach; -1 where it is in another row. */
  readonly focusableColumn: number;
  readonly focusRef: Ref<HTMLDivElement> | undefined;
  readonly rowTone: ((rowIndex: number) => RowTone) | undefined;
  readonly cellTone: ((rowIndex: number, columnId: string) => CellTone) | undefined;
  readonly isLit: ((rowIndex: number, columnId: string) => boolean) | undefined;
}

// Memoized, so that a scroll makes the rows that come into sight and no others.
export const DataTableRow = memo(function DataTableRow(props: DataTableRowProps) {
  const { rowIndex, topPx, columns, isSelected, selectedColumnId, focusableColumn } = props;
  const place: CSSProperties = { transform: `translateY(${topPx}px)` };
  const rowTone = props.rowTone?.(rowIndex) ?? "plain";
  return (
    <div
      role="row"
      tabIndex={-1}
      data-row={rowIndex}
      aria-rowindex={rowIndex + 2}
      aria-selected={isSelected || undefined}
      className={classNames(styles.row, rowTone === "muted" && styles.muted)}
      style={place}
    >
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          ref={index === focusableColumn ? props.focusRef : undefined}
          tabIndex={index === focusableColumn ? 0 : -1}
          data-column={index}
          aria-colindex={index + 1}
          aria-selected={column.id === selectedColumnId || undefined}
          data-lit={props.isLit?.(rowIndex, column.id) || undefined}
          data-tone={props.cellTone?.(rowIndex, column.id) ?? "plain"}
          title={column.exact?.(rowIndex)}
          className={classNames(styles.cell, column.align === "end" && styles.end)}
        >
          <span className={styles.value}>{column.cell(rowIndex)}</span>
        </div>
      ))}
    </div>
  );
});
