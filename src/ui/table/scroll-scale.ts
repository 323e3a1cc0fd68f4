// Browsers stop growing an element somewhere: Firefox near 17.8 million pixels, Chromium near 33.5.
// At 34 px a row that is half a million rows; a taller table keeps this height and is scrolled faster than by 1 : 1.
const TALLEST_PX = 16_000_000;

/** How a table's own vertical offsets, in pixels, map to those of the element that scrolls. */
export interface ScrollScale {
  /** Height of the element inside the scroller; the rows' full height where that fits. */
  readonly heightPx: number;
  /** Table pixels per scrolled pixel; 1 unless the table is too tall for the browser. */
  readonly factor: number;
  readonly toTableOffset: (scrollTop: number) => number;
  readonly toScrollTop: (tableOffset: number) => number;
}

/**
 * @param rowsPx - Height of all rows together.
 * @param viewportPx - Height of the part that is in sight.
 */
export function scrollScale(rowsPx: number, viewportPx: number, tallestPx: number = TALLEST_PX): ScrollScale {
  const heightPx = Math.min(rowsPx, tallestPx);
  const reach = heightPx - viewportPx;
  const factor = heightPx < rowsPx && reach > 0 ? (rowsPx - viewportPx) / reach : 1;
  return {
    heightPx,
    factor,
    toTableOffset: (scrollTop) => scrollTop * factor,
    toScrollTop: (tableOffset) => tableOffset / factor,
  };
}

/** Where a row is brought that is out of sight; `start` leaves one row before it in sight, where there is room for two. `center` moves it in any case. */
export type RowPosition = "nearest" | "start" | "center";

/**
 * The offset that brings a row into sight: `nearest` moves as little as will do and `null` says that nothing need move;
 * `center` puts it in the middle, as far as the ends allow.
 */
export function offsetForRow(
  place: RowPosition,
  row: { readonly startPx: number; readonly heightPx: number },
  view: { readonly offsetPx: number; readonly viewportPx: number; readonly rowsPx: number },
): number | null {
  const last = Math.max(0, view.rowsPx - view.viewportPx);
  const within = (offset: number) => Math.max(0, Math.min(offset, last));
  if (place === "center") return within(row.startPx - (view.viewportPx - row.heightPx) / 2);
  const rowEnd = row.startPx + row.heightPx;
  const isBefore = row.startPx < view.offsetPx;
  if (!isBefore && rowEnd <= view.offsetPx + view.viewportPx) return null;
  if (place === "start")
    return within(row.startPx - (view.viewportPx >= 2 * row.heightPx ? row.heightPx : 0));
  return within(isBefore ? row.startPx : rowEnd - view.viewportPx);
}
