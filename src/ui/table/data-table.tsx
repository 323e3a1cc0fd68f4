// biome-ignore-all lint/a11y/useSemanticElements: a <table> keeps its roles only while it is laid out as one, and this one lays out only the rows in sight

import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { classNames } from "../class-names";
import { useTextScale } from "../use-text-scale";
import styles from "./data-table.module.css";
import {
  type CellCoordinate,
  type CellTone,
  columnsForText,
  columnTemplate,
  type DataTableColumn,
  leastWidthPx,
  pinnedOffsets,
  type RowTone,
} from "./data-table-column";
import { DataTableHeader, DataTableRow } from "./data-table-rows";
import type { RowPosition } from "./scroll-scale";
import { useColumnWindow } from "./use-column-window";
import { revealColumns, useGridFocus, useGridPointer } from "./use-grid";
import { useRowHeight, useRowWindow } from "./use-row-window";

/** What a table's owner can ask of it. */
export interface DataTableHandle {
  /** Brings a row into sight; `center` unless told. */
  readonly scrollToRow: (rowIndex: number, place?: RowPosition) => void;
  /** Brings a cell into sight and gives it the keyboard's focus. */
  readonly focusCell: (address: CellCoordinate) => void;
  /** Brings columns into sight beside what is pinned, where they are not; the first of them where not all have room. */
  readonly scrollToColumns: (columnIds: readonly string[]) => void;
  /** The cell with the ring, where it is in sight. */
  readonly selectedCell: () => Element | null;
}

export interface DataTableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  /** Keep the array stable between renders; a new one makes every visible row anew. */
  readonly columns: readonly DataTableColumn[];
  readonly rowCount: number;
  /** The row that is tinted, and in it the cell with a ring; `columnId: null` for the row alone. */
  readonly selected?: { readonly rowIndex: number; readonly columnId: string | null } | null;
  readonly rowTone?: (rowIndex: number) => RowTone;
  readonly cellTone?: (rowIndex: number, columnId: string) => CellTone;
  /** Cells that are lit up because what belongs to them is pointed at elsewhere. */
  readonly isLit?: ((rowIndex: number, columnId: string) => boolean) | undefined;
  /** The cell under the pointer; `null` once it has left. */
  readonly onCellHover?: (cell: CellCoordinate | null) => void;
  /** The keyboard has moved to this cell: what hovering tells must be told here too. */
  readonly onCellFocus?: (cell: CellCoordinate) => void;
  /** A click, or Enter. */
  readonly onCellActivate?: (cell: CellCoordinate) => void;
  /** The group of columns that is marked: the one that something is being done to. */
  readonly currentGroup?: string;
  /** `dense` for a narrow place, such as a side panel: smaller type and less air. */
  readonly density?: "regular" | "dense";
  /** 34 unless told; never under 44 where the pointer is a finger. */
  readonly rowHeightPx?: number;
  /** How many rows are in sight before it scrolls; or `fill`, to take the height its flex parent has left. */
  readonly visibleRows?: number | "fill";
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
  readonly ref?: Ref<DataTableHandle>;
}

/**
 * A table of any number of rows and columns, of which only those in sight exist (of columns: where there are many). A WAI-ARIA grid: one Tab stop, arrows, Home, End,
 * PageUp, PageDown and Ctrl+Home, Ctrl+End move by cells. Keys it takes are `defaultPrevented`; Space and keys with
 * Shift or Alt are left to the page.
 */
export function DataTable(props: DataTableProps) {
  const { label, rowCount, selected, visibleRows = 12, empty, ref } = props;
  const textScale = useTextScale();
  const columns = useMemo(() => columnsForText(props.columns, textScale), [props.columns, textScale]);
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const rowHeightPx = useRowHeight(props.rowHeightPx, textScale);
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const focus = useGridFocus({
    columns,
    rowCount,
    selected: selected ?? null,
    onCellFocus: props.onCellFocus,
  });
  const rowWindow = useRowWindow({ scroller, header, rowCount, rowHeightPx, keptRow: focus.place.row });
  const pointer = useGridPointer({
    columns,
    onCellHover: props.onCellHover,
    onCellActivate: props.onCellActivate,
  });

  const columnRange = useColumnWindow(scroller, columns);
  const { scrollToRow, rowsPerPage, widthPx } = rowWindow;
  const pinned = useMemo(() => pinnedOffsets(columns, widthPx), [columns, widthPx]);
  const shownColumns = useRef<readonly string[]>([]);
  const scrollToColumns = (columnIds: readonly string[]) => {
    shownColumns.current = columnIds;
    const wanted = columns.flatMap(({ id }, at) =>
      columnIds.includes(id) && at >= pinned.length ? [at] : [],
    );
    revealColumns(scroller.current, wanted, pinned.length);
  };
  useImperativeHandle(ref, () => ({
    scrollToRow: (rowIndex, place = "center") => scrollToRow(rowIndex, place),
    focusCell: ({ rowIndex, columnId }) => {
      scrollToRow(rowIndex, "nearest");
      focus.moveTo(rowIndex, columnId);
    },
    scrollToColumns,
    selectedCell: () => scroller.current?.querySelector('[role="gridcell"][aria-selected="true"]') ?? null,
  }));

  // A row that was brought into sight stays there when the table becomes lower, or its rows higher.
  const shownRow = selected?.rowIndex;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when these heights change
  useLayoutEffect(() => {
    if (shownRow !== undefined) scrollToRow(shownRow, "start");
  }, [rowsPerPage, rowHeightPx]);
  // So do columns when text becomes larger, or more of them are pinned.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when these change
  useLayoutEffect(() => scrollToColumns(shownColumns.current), [textScale, pinned.length]);

  const geometry: CSSProperties & Record<`--${string}`, string> = {
    "--columns": columnTemplate(columns),
    "--row-height": `${rowHeightPx}px`,
    "--visible-rows": String(visibleRows === "fill" ? 0 : visibleRows),
    "--header-height": `${rowWindow.headerPx}px`,
    "--pinned-end": `${leastWidthPx(columns.slice(0, pinned.length))}px`,
  };
  const rowsGeometry: CSSProperties = { blockSize: rowWindow.heightPx };
  const gridGeometry: CSSProperties = { minInlineSize: leastWidthPx(columns) };
  return (
    <div
      ref={scroller}
      className={classNames(
        styles.scroller,
        visibleRows === "fill" && styles.fill,
        props.density === "dense" && styles.dense,
      )}
      style={geometry}
    >
      <div
        role="grid"
        tabIndex={-1}
        className={styles.grid}
        style={gridGeometry}
        aria-label={label}
        aria-rowcount={rowCount + (hasGroups ? 2 : 1)}
        aria-colcount={columns.length}
        onKeyDown={(event) => {
          if (focus.onKeyDown(event, rowsPerPage, scrollToRow)) return;
          if (event.key === "Enter") pointer.activate(event);
        }}
        onFocus={focus.onFocus}
        onClick={pointer.activate}
        onPointerOver={pointer.onPointerOver}
        onPointerLeave={pointer.onPointerLeave}
      >
        <DataTableHeader ref={header} columns={columns} pinned={pinned} currentGroup={props.currentGroup} />
        <div role="rowgroup" className={styles.rows} style={rowsGeometry}>
          {rowWindow.rows.map(({ rowIndex, topPx }) => (
            <DataTableRow
              key={rowIndex}
              rowIndex={rowIndex}
              ariaRowIndex={rowIndex + (hasGroups ? 3 : 2)}
              topPx={topPx}
              columns={columns}
              pinned={pinned}
              columnRange={columnRange}
              isSelected={selected?.rowIndex === rowIndex}
              selectedColumnId={selected?.rowIndex === rowIndex ? selected.columnId : null}
              focusableColumn={focus.place.row === rowIndex ? focus.place.column : -1}
              focusRef={focus.place.row === rowIndex ? focus.cellRef : undefined}
              rowTone={props.rowTone}
              cellTone={props.cellTone}
              isLit={props.isLit}
            />
          ))}
        </div>
      </div>
      {rowCount === 0 && empty && <div className={styles.empty}>{empty}</div>}
    </div>
  );
}
