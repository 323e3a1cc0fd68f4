import type { EntitySlice } from "../../microfs/entity-slice";
import { keyAction } from "../../terms/keymap";
import { belongsToFocus } from "../../ui/keys/belongs-to-focus";
import { useScopeKeys } from "../../ui/keys/key-scope";
import type { TimeWindow } from "../geometry/time-window";
import { windowAfter } from "./window-keys";

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
  useScopeKeys((event) => {
    if (!belongsToFocus(event.target, event.key)) onKeyDown(event);
  }, keys === "scope");
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
