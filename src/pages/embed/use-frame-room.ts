import { type RefObject, useLayoutEffect, useState } from "react";
import type { Room } from "../../timeline/geometry/room";

/** In a lower frame the names of the steps give way, and in a still lower one the lane of the predictions. */
const LOW_PX = 440;
const LOWEST_PX = 340;

export interface FrameRoom {
  /** What is left for the picture; `undefined` until it is measured. */
  readonly room: Room | undefined;
  readonly height: "regular" | "low" | "lowest";
}

/**
 * What room a frame leaves the picture: its height less all that stands beside it.
 *
 * @param frame - Holds the picture beside other things; as high as the frame.
 */
export function useFrameRoom(frame: RefObject<HTMLElement | null>): FrameRoom {
  const [room, setRoom] = useState<Room>();
  const [height, setHeight] = useState(heightOfFrame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a lower frame the parts are others
  useLayoutEffect(() => {
    const element = frame.current;
    const looks = element?.querySelector<HTMLElement>("[data-part=looks]");
    if (!element || !looks || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      setHeight(heightOfFrame());
      const others = [...looks.children, ...element.children].filter(
        (child) => child !== looks && child !== looks.lastElementChild && isInFlow(child),
      );
      const beside = others.reduce((sum, child) => sum + (child as HTMLElement).offsetHeight, 0);
      const style = getComputedStyle(element);
      const px = (length: string) => Number.parseFloat(length) || 0;
      const free = element.clientHeight - px(style.paddingTop) - px(style.paddingBottom) - beside;
      const most = Math.floor(free - others.length * px(style.rowGap));
      setRoom((before) => (before?.most === most ? before : { most: Math.max(0, most), good: most }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of [...looks.children, ...element.children])
      if (child !== looks.lastElementChild) observer.observe(child);
    return () => observer.disconnect();
  }, [frame, height]);
  return { room, height };
}

function heightOfFrame(): FrameRoom["height"] {
  const px = window.innerHeight;
  return px < LOWEST_PX ? "lowest" : px < LOW_PX ? "low" : "regular";
}

function isInFlow(element: Element): boolean {
  return getComputedStyle(element).position !== "absolute";
}
