import { type RefObject, useLayoutEffect, useState } from "react";

/** What the table must have at least, in lines of text: its two lines of names, one row, and the line under it. */
const TABLE_LINES = 6.5;

/**
 * How high the picture may be so that sentence, picture, player and the row that is written stand on one screen.
 *
 * @param screen - What is as high as the screen; where it grows with its content there is nothing to keep to.
 * @param steps - What has the picture in it, after the sentence.
 * @param below - What stands between the picture and the table.
 * @returns Pixels, the minimap included; `null` where the page scrolls anyway.
 */
export function usePictureRoom(
  screen: RefObject<HTMLElement | null>,
  steps: RefObject<HTMLElement | null>,
  below: RefObject<HTMLElement | null>,
): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const [box, header] = [screen.current, steps.current?.firstElementChild];
    if (box === null || !(header instanceof HTMLElement)) return;
    const measure = () => {
      const isFixed = getComputedStyle(box).overflowY === "hidden";
      const linePx = Number.parseFloat(getComputedStyle(box).lineHeight);
      const belowPx = below.current?.offsetHeight ?? 0;
      const left = box.clientHeight - header.offsetHeight - belowPx - TABLE_LINES * linePx;
      setRoom(isFixed ? Math.max(0, Math.floor(left)) : null);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [box, header, below.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [screen, steps, below]);
  return room;
}
