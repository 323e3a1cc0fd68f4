import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import type { Room } from "../../../timeline/geometry/room";

/** As many more are wanted of it where the lanes might be higher than they need: four rows. */
const GOOD_TABLE_LINES = 7;

/**
 * How high the picture may be so that sentence, picture, player and the row that is written stand on one screen.
 *
 * @param screen - What has all of them in it. Where its style says `--one-screen: yes`, what stands in it as `data-part` has
 * its place beside the picture, unless its own style says `--beside: no`; `--table-lines` is what the table must have at
 * least, in lines of text: its two lines of names, one row, and the line under it where that is on the screen too.
 * @returns `undefined` where the page scrolls anyway.
 */
export function usePictureRoom(screen: RefObject<HTMLElement | null>, isFull: boolean): Room | undefined {
  const [most, setMost] = useState<number | null>(null);
  const [linePx, setLinePx] = useState(0);
  useLayoutEffect(() => {
    const box = screen.current;
    const around = box?.closest("main");
    if (!box || !around) return;
    const parts = [...box.querySelectorAll<HTMLElement>("[data-part]")];
    const measure = () => {
      const style = getComputedStyle(box);
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
    for (const element of [around, box, ...parts]) observer.observe(element);
    return () => observer.disconnect();
  });
  return useMemo(
    () => (most === null ? undefined : { most, good: isFull ? most : most - GOOD_TABLE_LINES * linePx }),
    [most, linePx, isFull],
  );
}
