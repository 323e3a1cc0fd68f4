import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { keyAction } from "../../terms/keymap";

/**
 * On a mark the arrow keys go to the next mark, up and down to the next lane; they do not step.
 *
 * @param close - Closes the details; `null` where none are open, and the key means what it means elsewhere.
 */
export function markKey(
  event: KeyboardEvent<SVGGElement>,
  toggle: () => void,
  close: (() => void) | null,
): void {
  const action = keyAction("mark", event);
  if (action === null || (action === "close_details" && close === null)) return;
  event.preventDefault();
  event.stopPropagation();
  const mark = event.currentTarget;
  switch (action) {
    case "next_mark":
      focusMark(mark, 1);
      break;
    case "previous_mark":
      focusMark(mark, -1);
      break;
    case "lane_below":
      focusLane(mark, 1);
      break;
    case "lane_above":
      focusLane(mark, -1);
      break;
    case "toggle_details":
      toggle();
      break;
    case "close_details":
      close?.();
      break;
  }
}

function focusMark(from: Element, by: 1 | -1): void {
  const marks: Element[] = [...(from.closest("[data-lane]")?.querySelectorAll("[data-mark]") ?? [])].sort(
    (a, b) => Number(a.getAttribute("data-x")) - Number(b.getAttribute("data-x")),
  );
  const next = marks[marks.indexOf(from) + by];
  if (next instanceof SVGElement) next.focus();
}

function focusLane(from: Element, by: 1 | -1): void {
  const lanes = [...(from.closest("svg")?.querySelectorAll("[data-lane]") ?? [])].filter((lane) =>
    lane.querySelector("[data-mark]"),
  );
  const next = lanes[lanes.findIndex((lane) => lane.contains(from)) + by];
  next?.querySelector<SVGGElement>('[data-mark][tabindex="0"]')?.focus();
}

/**
 * Keeps the focus within an element: where the child that has it is no longer drawn (it has become one of many by zooming
 * out), the element itself gets it, so that the keys that zoom go on acting. Not another child: keys that move the one
 * would then move the other.
 */
export function useKeptFocus() {
  const ref = useRef<SVGGElement>(null);
  const isWithin = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isWithin.current || element === null || element.contains(document.activeElement)) return;
    isWithin.current = false;
    element.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isWithin.current = true;
    },
    // Not called for a child that is removed, only where the reader moves the focus elsewhere.
    onBlur: () => {
      isWithin.current = false;
    },
  };
}
