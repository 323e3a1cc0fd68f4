import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { useApp } from "../../../state/use-app";
import type { Room } from "../../../timeline/geometry/room";

/** As many lines more are wanted of the table where the lanes might be higher than they need: four rows. */
const GOOD_TABLE_LINES = 7;

/**
 * How high the picture may be so that sentence, picture, player and the row that is written stand on one screen.
 *
 * @param steps - What has the picture in it. Where its style says `--one-screen: yes`, what stands in it as `data-part` has
 * its place beside the picture, unless its own style says `--beside: no`; `--table-lines` is what the table must have at
 * least, in lines of text: its two lines of names, one row, and the line under it where that is on the screen too.
 * @returns `undefined` where the page scrolls anyway.
 */
export function usePictureRoom(steps: RefObject<HTMLElement | null>): Room | undefined {
  const isFull = useApp((state) => state.route.full);
  const hide = useApp((state) => state.route.hide);
  const [most, setMost] = useState<number | null>(null);
  const [linePx, setLinePx] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what is hidden the parts are others; their sizes are observed
  useLayoutEffect(() => {
    const element = steps.current;
    const around = element?.closest("main");
    if (!element || !around) return;
    // What is drawn within the picture takes no room of its own, and an SVG element has no height to be asked for.
    const parts = [...element.querySelectorAll("[data-part]")].filter((part) => part instanceof HTMLElement);
    const measure = () => {
      const style = getComputedStyle(element);
      if (style.getPropertyValue("--one-screen") !== "yes") return setMost(null);
      const isBeside = (part: HTMLElement) => getComputedStyle(part).getPropertyValue("--beside") !== "no";
      const besidePx = parts.filter(isBeside).reduce((sum, part) => sum + part.offsetHeight, 0);
      const line = Number.parseFloat(style.lineHeight);
      setLinePx(line);
      const tablePx = Number.parseFloat(style.getPropertyValue("--table-lines")) * line;
      setMost(Math.max(0, Math.floor(around.clientHeight - besidePx - tablePx)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const observed of [around, ...parts]) observer.observe(observed);
    return () => observer.disconnect();
  }, [steps, isFull, hide]);
  return useMemo(
    () => (most === null ? undefined : { most, good: isFull ? most : most - GOOD_TABLE_LINES * linePx }),
    [most, linePx, isFull],
  );
}
