import type { EntitySlice } from "../../microfs/core";
import { type KeyActions, keyAction } from "../../terms/keymap";
import { useScopeKeys } from "../../ui/keys/key-scope";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { sliceIndex } from "../slice-index/slice-index";
import { momentOf } from "../step/step-verdicts";

export interface WindowKeysInput {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
  /** Where they act: in the whole scope of keys around, in the timeline alone, or nowhere. */
  readonly keys: "scope" | "own" | "none";
}

/** The keys that zoom and pan. Returns the handler for the timeline's element; in the whole scope it listens by itself. */
export function useWindowKeys(input: WindowKeysInput): (event: Pressed) => void {
  const { slice, spineRow, window, onWindow, keys } = input;
  const onKeyDown = (event: Pressed) => {
    const action = event.defaultPrevented ? null : keyAction("window", event);
    if (keys === "none" || action === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(windowAfter(action, window, slice, spineRow));
  };
  useScopeKeys(onKeyDown, keys === "scope");
  return onKeyDown;
}

/** What a key event of the page and one of React have in common. */
type Pressed = Pick<
  KeyboardEvent,
  | "key"
  | "shiftKey"
  | "ctrlKey"
  | "metaKey"
  | "altKey"
  | "defaultPrevented"
  | "preventDefault"
  | "stopPropagation"
>;

const ZOOM = 1.5;
const PAN = 0.2;

/** The window that a key asks for: it zooms around the as-of line, pans, or shows everything. */
function windowAfter(
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
