import { type RefObject, useLayoutEffect, useState } from "react";

/** What the screen is drawn on, and, where it stands upright, as a phone does, pixels. */
export const LYING = { width: 1280, height: 720 };
const UPRIGHT = { width: 520, height: 1080 };

/** How large a screen is, pixels, and how many of them one pixel of its drawing has. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** How the screen stands that is drawn now. */
export interface ScreenStand {
  /** How many pixels one pixel of the drawing has. */
  readonly scale: number;
  /** Changes with its size: then words are fitted anew. */
  readonly sizeKey: string;
  readonly isPage: boolean;
  readonly isStill: boolean;
  /** Whether it came by going on from the one before. */
  readonly isNext: boolean;
}

/** How large everything is drawn on a screen: 1 at 1280 × 720, 1.5 at 1920 × 1080. */
export function screenScale(width: number, height: number): number {
  const fits = (drawn: typeof LYING) => Math.min(width / drawn.width, height / drawn.height);
  return Math.max(fits(LYING), fits(UPRIGHT));
}

/** The size of the element that is the screen, kept up to date. */
export function useScreenSize(ref: RefObject<HTMLElement | null>): ScreenSize {
  const [size, setSize] = useState<ScreenSize>({ ...LYING, scale: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      setSize((before) =>
        before.width === width && before.height === height
          ? before
          : { width, height, scale: screenScale(width, height) },
      );
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
