import { type RefObject, useLayoutEffect } from "react";

/**
 * Lights the marks of the rows that a cell's row was chosen over. The timeline lights one mark, the chosen one; these
 * are found by the numbers that its marks carry, and get an attribute that this stage's sheet knows.
 */
export function useBeatenMarks(
  frame: RefObject<Element | null>,
  join: number | null,
  rows: ReadonlySet<number>,
): void {
  useLayoutEffect(() => {
    const lane = frame.current?.querySelector(`[data-lane="${join}"]`);
    if (!lane || rows.size === 0) return;
    const marks = [...lane.querySelectorAll("[data-mark]")].filter((mark) =>
      rows.has(Number(mark.getAttribute("data-mark"))),
    );
    for (const mark of marks) mark.setAttribute("data-beaten", "");
    return () => {
      for (const mark of marks) mark.removeAttribute("data-beaten");
    };
  }, [frame, join, rows]);
}
