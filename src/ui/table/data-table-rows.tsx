// biome-ignore-all lint/a11y/useSemanticElements: a <table> keeps its roles only while it is laid out as one, and this one lays out only the rows in sight
import { type CSSProperties, memo, type Ref } from "react";
import { classNames } from "../class-names";
import styles from "./data-table.module.css";
import { type CellTone, columnSpans, type DataTableColumn, type RowTone } from "./data-table-column";
import type { ColumnRange } from "./use-column-window";

export interface DataTableHeaderProps {
  readonly columns: readonly DataTableColumn[];
  /** Where the pinned ones of them stay, CSS pixels from the start. */
  readonly pinned: readonly number[];
  /** The group that is marked: the one that something is being done to. */
  readonly currentGroup: string | undefined;
  readonly ref: Ref<HTMLDivElement>;
}

/** The lines that stay over the rows: what the columns belong to, where that is said, and their names. */
export function DataTableHeader({ columns, pinned, currentGroup, ref }: DataTableHeaderProps) {
  const hasTwoLines = columns.some((column) => column.subheader !== undefined);
  const spans = columnSpans(columns, pinned.length);
  return (
    <div role="rowgroup" ref={ref} className={styles.header}>
      {spans.length > 0 && (
        <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.groupRow}>
          {spans.map(({ group, isContinued, from, to }) => (
            <div
              key={from}
              {...(group !== "" && {
                role: "columnheader",
                tabIndex: -1,
                "aria-colindex": from + 1,
                "aria-colspan": to - from,
              })}
              data-current={(group !== "" && group === currentGroup) || undefined}
              {...pinning(pinned, from, to - 1)}
              className={styles.group}
              style={{ ...pinning(pinned, from, to - 1).style, gridColumn: `span ${to - from}` }}
            >
              <span className={isContinued ? "visually-hidden" : styles.groupName}>{group}</span>
            </div>
          ))}
        </div>
      )}
      <div role="row" tabIndex={-1} aria-rowindex={spans.length > 0 ? 2 : 1} className={styles.headerRow}>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            data-header={index}
            aria-colindex={index + 1}
            {...pinning(pinned, index)}
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

/** What keeps a pinned cell at the start of the table while the others scroll under it. */
function pinning(
  pinned: readonly number[],
  from: number,
  to: number = from,
): { style?: CSSProperties; "data-pinned"?: "inner" | "last" } {
  const offset = pinned[from];
  if (offset === undefined) return {};
  return { style: { insetInlineStart: offset }, "data-pinned": to === pinned.length - 1 ? "last" : "inner" };
}

export interface DataTableRowProps {
  readonly rowIndex: number;
  /** Counts from 1, the lines over the rows included. */
  readonly ariaRowIndex: number;
  readonly topPx: number;
  readonly columns: readonly DataTableColumn[];
  readonly pinned: readonly number[];
  /** The columns that are made beside the pinned ones; `null` for all. */
  readonly columnRange: ColumnRange | null;
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
      aria-rowindex={props.ariaRowIndex}
      aria-selected={isSelected || undefined}
      className={classNames(styles.row, rowTone === "muted" && styles.muted)}
      style={place}
    >
      {columns.map((column, index) =>
        !isMade(index, props) ? null : (
          <div
            key={column.id}
            role="gridcell"
            ref={index === focusableColumn ? props.focusRef : undefined}
            tabIndex={index === focusableColumn ? 0 : -1}
            data-column={index}
            {...placed(index, props)}
            aria-colindex={index + 1}
            aria-selected={column.id === selectedColumnId || undefined}
            data-lit={props.isLit?.(rowIndex, column.id) || undefined}
            data-tone={props.cellTone?.(rowIndex, column.id) ?? "plain"}
            title={column.exact?.(rowIndex)}
            className={classNames(styles.cell, column.align === "end" && styles.end)}
          >
            <span className={styles.value}>{column.cell(rowIndex)}</span>
          </div>
        ),
      )}
    </div>
  );
});

function isMade(index: number, { columnRange, pinned, focusableColumn }: DataTableRowProps): boolean {
  if (columnRange === null || index < pinned.length || index === focusableColumn) return true;
  return index >= columnRange.from && index < columnRange.to;
}

/** Where a cell stands: after the one before it, but where that may not exist. */
function placed(index: number, { columnRange, pinned }: DataTableRowProps): ReturnType<typeof pinning> {
  const place = pinning(pinned, index);
  return columnRange === null ? place : { ...place, style: { ...place.style, gridColumn: index + 1 } };
}
