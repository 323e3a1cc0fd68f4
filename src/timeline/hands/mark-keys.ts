import type { KeyboardEvent } from "react";

/** On a mark the arrow keys go to the next mark, up and down to the next lane; they do not step. */
export function markKey(event: KeyboardEvent<SVGGElement>, toggle: () => void, close: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!actOnMark(event.key, event.currentTarget, toggle, close)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the key meant something. */
function actOnMark(key: string, mark: Element, toggle: () => void, close: () => void): boolean {
  switch (key) {
    case "ArrowRight":
      focusMark(mark, 1);
      return true;
    case "ArrowLeft":
      focusMark(mark, -1);
      return true;
    case "ArrowDown":
      focusLane(mark, 1);
      return true;
    case "ArrowUp":
      focusLane(mark, -1);
      return true;
    case "Enter":
    case " ":
      toggle();
      return true;
    case "Escape":
      close();
      return true;
    default:
      return false;
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
