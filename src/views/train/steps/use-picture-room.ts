import { type RefObject, useLayoutEffect, useState } from "react";

/** What the table must have at least, in lines of text: its two lines of names, one row, and the line under it. */
const TABLE_LINES = 6.5;

/**
 * How high the picture may be so that sentence, picture, player and the row that is written stand on one screen.
 *
 * @param screen - What has all of them in it. Where its style says `--one-screen: yes`, what stands in it as `data-part` has
 * its place beside the picture, unless its own style says `--beside: no`.
 * @returns Pixels, the minimap included; `null` where the page scrolls anyway.
 */
export function usePictureRoom(screen: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const box = screen.current;
    const around = box?.parentElement;
    if (!box || !around) return;
    const parts = [...box.querySelectorAll<HTMLElement>("[data-part]")];
    const measure = () => {
      const style = getComputedStyle(box);
      if (style.getPropertyValue("--one-screen") !== "yes") return setRoom(null);
      const isBeside = (part: HTMLElement) => getComputedStyle(part).getPropertyValue("--beside") !== "no";
      const besidePx = parts.filter(isBeside).reduce((sum, part) => sum + part.offsetHeight, 0);
      const tablePx = TABLE_LINES * Number.parseFloat(style.lineHeight);
      setRoom(Math.max(0, Math.floor(around.clientHeight - besidePx - tablePx)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [around, box, ...parts]) observer.observe(element);
    return () => observer.disconnect();
  });
  return room;
}
