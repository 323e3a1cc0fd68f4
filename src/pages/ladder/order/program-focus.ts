import type { LineId } from "../../../ladder/programs/line-parts";
import type { Measured } from "./line-drag";

/** Where a line stands: among those to choose from, or in the program. */
export type Side = "choices" | "program";

/** Gives the focus to a line of one side, where it is there. */
export function focusLine(area: Element | null, side: Side, id: LineId | null): void {
  if (id === null) return;
  area?.querySelector<HTMLElement>(`[data-side="${side}"] [data-line="${id}"]`)?.focus();
}

/** Measures a program as it stands on the page; `null` where it does not. */
export function measureProgram(list: HTMLElement | null): Measured | null {
  if (list === null) return null;
  const { left, right, top, bottom } = list.getBoundingClientRect();
  const { scrollX, scrollY } = window;
  const gaps = Array.from(list.querySelectorAll<HTMLElement>("[data-gap]"), (line) => {
    const before = line.previousElementSibling;
    const box = line.getBoundingClientRect();
    // Where the place for the next line is kept open, the gap is its middle.
    if (before?.matches("[data-next-place]")) {
      const kept = before.getBoundingClientRect();
      return (kept.top + kept.bottom) / 2 + scrollY;
    }
    return box.top + scrollY;
  });
  return {
    left: left + scrollX,
    right: right + scrollX,
    top: top + scrollY,
    bottom: bottom + scrollY,
    gaps,
  };
}
