import type { EntitySlice } from "../../microfs/entity-slice";
import type { KeyActions } from "../../terms/keymap";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { sliceIndex } from "../slice-index/slice-index";
import { momentOf } from "../step/judgement";

const ZOOM = 1.5;
const PAN = 0.2;

/** The window that a key asks for: it zooms around the as-of line, pans, or shows everything. */
export function windowAfter(
  action: KeyActions["window"],
  window: TimeWindow,
  slice: EntitySlice,
  spineRow: number,
): TimeWindow {
  const t = Number(momentOf(slice, spineRow));
  const around = t >= window.fromUs && t < window.toUs ? t : (window.fromUs + window.toUs) / 2;
  switch (action) {
    case "zoom_in":
      return zoomed(window, 1 / ZOOM, around);
    case "zoom_out":
      return zoomed(window, ZOOM, around);
    case "pan_earlier":
      return panned(window, -PAN);
    case "pan_later":
      return panned(window, PAN);
    case "fit":
      return sliceIndex(slice).wholeWindow;
  }
}
