import { type RefObject, useEffect, useRef } from "react";

/** Room between the lane and what stands over the page. */
const AIR_PX = 8;

/**
 * Scrolls the page as little as brings the lane being played between the sentence and the player, where the screen is too
 * low for all lanes. Not when the page opens: then it stands where its top is.
 */
export function useLaneInSight(steps: RefObject<HTMLElement | null>, join: number): void {
  const shown = useRef(join);
  useEffect(() => {
    if (shown.current === join) return;
    shown.current = join;
    const part = (selector: string) => steps.current?.querySelector(selector)?.getBoundingClientRect();
    const lane = part(`[data-lane="${join}"]`);
    if (lane === undefined) return;
    const top = Math.max(0, part('[data-part="said"]')?.bottom ?? 0) + AIR_PX;
    const bottom = (part('[data-part="player"]')?.top ?? window.innerHeight) - AIR_PX;
    const by = lane.bottom > bottom ? lane.bottom - bottom : lane.top < top ? lane.top - top : 0;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (by !== 0) window.scrollBy({ top: by, behavior: isStill ? "auto" : "smooth" });
  }, [steps, join]);
}
