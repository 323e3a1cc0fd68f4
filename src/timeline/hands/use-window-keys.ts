import { useEffect, useRef } from "react";
import type { EntitySlice } from "../../microfs/entity-slice";
import type { TimeWindow } from "../geometry/time-window";
import { belongsToFocus } from "../step/step-keys";
import { windowForKey } from "./window-keys";

export interface WindowKeysInput {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
  /** Where they act: on the whole page, on the element alone, or nowhere. */
  readonly keys: "page" | "own" | "none";
}

/** The keys that zoom and pan. Returns the handler for the element; on the whole page it listens by itself. */
export function useWindowKeys(input: WindowKeysInput): (event: Pressed) => void {
  const { slice, spineRow, window, onWindow, keys } = input;
  const onKeyDown = (event: Pressed) => {
    if (keys === "none" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const next = windowForKey(event.key, window, slice, spineRow);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(next);
  };
  const latest = useRef(onKeyDown);
  useEffect(() => {
    latest.current = onKeyDown;
  });
  useEffect(() => {
    if (keys !== "page") return;
    const onPage = (event: KeyboardEvent) => {
      if (!belongsToFocus(event.target, event.key)) latest.current(event);
    };
    document.addEventListener("keydown", onPage);
    return () => document.removeEventListener("keydown", onPage);
  }, [keys]);
  return onKeyDown;
}

/** What a key event of the page and one of React have in common. */
type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented" | "preventDefault" | "stopPropagation"
>;
