import { type RefObject, useEffect, useRef } from "react";
import type { Coordinate } from "../../../timeline/step/coordinate";

/** Room between what is to be seen and what stands over the page. */
const GAP_PX = 8;

/**
 * Scrolls the page as little as brings the lane being played between the sentence and the player, where the screen is too
 * low for all lanes, and the cell that is written into sight, where the lane need not go for it. Not when the page opens:
 * then it stands where its top is.
 */
export function useScrollToLane(
  steps: RefObject<HTMLElement | null>,
  { join, phase }: Coordinate,
  writtenCell: () => Element | null,
): void {
  const cell = useRef(writtenCell);
  useEffect(() => {
    cell.current = writtenCell;
  });
  const shown = useRef(`${join} ${phase}`);
  useEffect(() => {
    const now = `${join} ${phase}`;
    if (shown.current === now) return;
    shown.current = now;
    // The table scrolls to its row in the same commit.
    const frame = requestAnimationFrame(() => {
      const by = scrollFor(steps.current, join, phase === "write_cell" ? cell.current() : null);
      const isReducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (by !== 0) window.scrollBy({ top: by, behavior: isReducedMotion ? "auto" : "smooth" });
    });
    return () => cancelAnimationFrame(frame);
  }, [steps, join, phase]);
}

/** How far to scroll, pixels; positive is down. */
function scrollFor(steps: HTMLElement | null, join: number, cell: Element | null): number {
  const box = (selector: string) => steps?.querySelector(selector)?.getBoundingClientRect();
  const lane = box(`[data-lane="${join}"]`);
  const header = box('[data-part="sentence"]');
  if (lane === undefined || header === undefined) return 0;
  const bottom = (box('[data-part="player"]')?.top ?? window.innerHeight) - GAP_PX;
  const top = Math.max(0, header.bottom) + GAP_PX;
  if (lane.bottom > bottom) return lane.bottom - bottom;
  if (lane.top < top) return lane.top - top;
  const toCell = (cell?.getBoundingClientRect().bottom ?? 0) + GAP_PX - window.innerHeight;
  // The sentence stays at the top of the screen: so much lower may the lane go.
  const mayGo = lane.top - header.height - GAP_PX;
  return toCell > 0 && toCell <= mayGo ? toCell : 0;
}
