import { type RefObject, useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { offsetForRow, type RowPosition, type ScrollScale, scrollScale } from "./scroll-scale";

export interface RowWindowInput {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly header: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly rowHeightPx: number;
  /** A row that is made wherever it is, because the keyboard's focus stands in it. */
  readonly keptRow: number;
}

export interface PlacedRow {
  readonly rowIndex: number;
  /** From the top of the rows' element. */
  readonly topPx: number;
}

export interface RowWindow {
  /** Height of the rows' element. */
  readonly heightPx: number;
  /** What of the table's width is in sight. */
  readonly widthPx: number;
  /** The rows to make, ascending. */
  readonly rows: readonly PlacedRow[];
  readonly rowsPerPage: number;
  /** Height of the header that stays over the rows. */
  readonly headerPx: number;
  readonly scrollToRow: (rowIndex: number, place: RowPosition) => void;
}

const OVERSCAN_ROWS = 8;

interface Measures {
  readonly scrollTop: number;
  readonly scrollerPx: number;
  readonly widthPx: number;
  readonly headerPx: number;
}

/**
 * Which rows of a tall table have to exist now. All rows are of one height, so this is arithmetic: nothing is kept
 * per row, and a table of millions costs what one of a hundred costs.
 */
export function useRowWindow({
  scroller,
  header,
  rowCount,
  rowHeightPx,
  keptRow,
}: RowWindowInput): RowWindow {
  const [measures, setMeasures] = useState<Measures>({
    scrollTop: 0,
    scrollerPx: 0,
    widthPx: 0,
    headerPx: 0,
  });
  const rowsPx = rowCount * rowHeightPx;
  const viewportPx = Math.max(0, measures.scrollerPx - measures.headerPx);
  const scale = useMemo(() => scrollScale(rowsPx, viewportPx), [rowsPx, viewportPx]);

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = {
      // Within one row nothing changes, so nothing is drawn anew; but for a table whose scroll is scaled.
      scrollTop: scale.factor === 1 ? floorTo(element.scrollTop, rowHeightPx) : element.scrollTop,
      scrollerPx: element.clientHeight,
      widthPx: element.clientWidth,
      headerPx: header.current?.offsetHeight ?? 0,
    };
    setMeasures((last) => (isSame(last, next) ? last : next));
  }, [scroller, header, scale, rowHeightPx]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (header.current) observer.observe(header.current);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [scroller, header, measure]);

  const scrollToRow = useCallback(
    (rowIndex: number, place: RowPosition) => {
      const element = scroller.current;
      if (!element) return;
      const visiblePx = element.clientHeight - (header.current?.offsetHeight ?? 0);
      const offset = offsetForRow(
        place,
        { startPx: rowIndex * rowHeightPx, heightPx: rowHeightPx },
        { offsetPx: scale.toTableOffset(element.scrollTop), viewportPx: visiblePx, rowsPx },
      );
      if (offset === null) return;
      element.scrollTop = scale.toScrollTop(offset);
      // Now and not with the scroll event: whoever moves the focus measures where the row is.
      measure();
    },
    [scroller, header, scale, rowHeightPx, rowsPx, measure],
  );

  const rows = useMemo(
    () => placeRows({ scale, scrollTop: measures.scrollTop, viewportPx, rowCount, rowHeightPx, keptRow }),
    [scale, measures.scrollTop, viewportPx, rowCount, rowHeightPx, keptRow],
  );
  const rowsPerPage = Math.max(1, Math.floor(viewportPx / rowHeightPx));
  return {
    heightPx: scale.heightPx,
    widthPx: measures.widthPx,
    rows,
    rowsPerPage,
    headerPx: measures.headerPx,
    scrollToRow,
  };
}

interface Placement {
  readonly scale: ScrollScale;
  readonly scrollTop: number;
  readonly viewportPx: number;
  readonly rowCount: number;
  readonly rowHeightPx: number;
  readonly keptRow: number;
}

function placeRows({ scale, scrollTop, viewportPx, rowCount, rowHeightPx, keptRow }: Placement): PlacedRow[] {
  const offset = scale.toTableOffset(scrollTop);
  const from = Math.max(0, Math.floor(offset / rowHeightPx) - OVERSCAN_ROWS);
  const to = Math.min(rowCount, Math.ceil((offset + viewportPx) / rowHeightPx) + 1 + OVERSCAN_ROWS); // exclusive
  const rows: PlacedRow[] = [];
  const place = (rowIndex: number) =>
    rows.push({ rowIndex, topPx: rowIndex * rowHeightPx - offset + scrollTop });
  const isKeptApart = keptRow >= 0 && keptRow < rowCount && (keptRow < from || keptRow >= to);
  if (isKeptApart && keptRow < from) place(keptRow);
  for (let rowIndex = from; rowIndex < to; rowIndex++) place(rowIndex);
  if (isKeptApart && keptRow >= to) place(keptRow);
  return rows;
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

function isSame(a: Measures, b: Measures): boolean {
  return (
    a.scrollTop === b.scrollTop &&
    a.scrollerPx === b.scrollerPx &&
    a.widthPx === b.widthPx &&
    a.headerPx === b.headerPx
  );
}

const ROW_HEIGHT_PX = 34;
const LEAST_FOR_A_FINGER_PX = 44;
const FINGER = "(pointer: coarse)";

/** The height of a row, in CSS pixels: what is asked for, larger with the text, but never too small for a finger where there is one. */
export function useRowHeight(askedPx: number = ROW_HEIGHT_PX, textScale = 1): number {
  const isFinger = useSyncExternalStore(subscribe, () => window.matchMedia(FINGER).matches);
  const heightPx = Math.round(askedPx * textScale);
  return isFinger ? Math.max(heightPx, LEAST_FOR_A_FINGER_PX) : heightPx;
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(FINGER);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
