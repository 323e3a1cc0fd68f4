import type { EntitySlice } from "../../microfs/entity-slice";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { sliceIndex } from "../slice-index/slice-index";
import { momentOf } from "../step/judgement";

const ZOOM = 1.5;
const PAN = 0.2;

/** The window after a key: W and S zoom around the as-of line, A and D pan, 0 shows everything. `null` for other keys. */
export function windowForKey(
  key: string,
  window: TimeWindow,
  slice: EntitySlice,
  spineRow: number,
): TimeWindow | null {
  const t = Number(momentOf(slice, spineRow));
  const around = t >= window.fromUs && t < window.toUs ? t : (window.fromUs + window.toUs) / 2;
  switch (key.toLowerCase()) {
    case "w":
      return zoomed(window, 1 / ZOOM, around);
    case "s":
      return zoomed(window, ZOOM, around);
    case "a":
      return panned(window, -PAN);
    case "d":
      return panned(window, PAN);
    case "0":
      return sliceIndex(slice).wholeWindow;
    default:
      return null;
  }
}
