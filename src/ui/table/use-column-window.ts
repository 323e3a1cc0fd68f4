import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from "react";
import { columnEnds, type DataTableColumn } from "./data-table-column";

/** Columns [from, to). */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

/** A table of fewer columns is no wider than a few screens: all its cells are made. */
const FEW_COLUMNS = 60;
const OVERSCAN_PX = 600;
/** The range moves by so many columns at once, so that a scroll seldom makes the rows anew. */
const STEP = 8;

/** Which columns of a wide table have to exist in its rows now, beside the pinned ones; `null` for all. */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly DataTableColumn[],
): ColumnRange | null {
  const ends = useMemo(() => (columns.length > FEW_COLUMNS ? columnEnds(columns) : null), [columns]);
  const [range, setRange] = useState<ColumnRange>({ from: 0, to: STEP });
  const measure = useCallback(() => {
    const element = scroller.current;
    if (element === null || ends === null) return;
    const next = columnsInSight(ends, element.scrollLeft, element.clientWidth);
    setRange((last) => (last.from === next.from && last.to === next.to ? last : next));
  }, [scroller, ends]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || ends === null) return;
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [scroller, ends, measure]);

  return ends === null ? null : range;
}

/**
 * The columns to make, with some beside them. O(log columns).
 *
 * @param ends - Where each column ends, CSS pixels from the table's start; ascending.
 */
export function columnsInSight(ends: readonly number[], scrollLeft: number, widthPx: number): ColumnRange {
  const count = ends.length;
  // A table that has room to spare widens its columns: where they stand is not known from their least widths.
  if ((ends.at(-1) ?? 0) <= widthPx) return { from: 0, to: count };
  const first = endingAfter(ends, scrollLeft - OVERSCAN_PX);
  const last = endingAfter(ends, scrollLeft + widthPx + OVERSCAN_PX);
  return { from: first - (first % STEP), to: Math.min(count, last + STEP - (last % STEP)) };
}

/** The first column that ends after a place, or their number. */
function endingAfter(ends: readonly number[], px: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > px) high = middle;
    else low = middle + 1;
  }
  return low;
}
