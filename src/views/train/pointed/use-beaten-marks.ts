import { type RefObject, useLayoutEffect } from "react";

/**
 * Lights the marks of the rows that a cell's row was chosen over. The timeline lights one mark, the chosen one; these
 * are found by the numbers that its marks carry, and get an attribute that this stage's sheet knows.
 */
export function useBeatenMarks(
  frame: RefObject<Element | null>,
  join: number | null,
  rows: readonly number[],
): void {
  useLayoutEffect(() => {
    const lane = frame.current?.querySelector(`[data-lane="${join}"]`);
    if (!lane || rows.length === 0) return;
    const marks = rows.flatMap((row) => [...lane.querySelectorAll(`[data-mark="${row}"]`)]);
    for (const mark of marks) mark.setAttribute("data-beaten", "");
    return () => {
      for (const mark of marks) mark.removeAttribute("data-beaten");
    };
  }, [frame, join, rows]);
}
