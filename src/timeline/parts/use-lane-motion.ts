import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Picture } from "../picture/picture-types";

const MOTION_MS = 240;

/** Where lanes stood on the screen, and what must be the same for them to move from there. */
interface Stand {
  readonly key: string;
  readonly centers: readonly number[];
}

/**
 * When another join is played, lanes go to where they are now instead of standing there at once. Nothing moves where
 * motion is reduced.
 *
 * @param key - Names the row and the size: where these change, the picture is another one.
 */
export function useLaneMotion(
  layers: RefObject<Element | null>,
  scroller: RefObject<Element | null>,
  { lanes }: Picture,
  key: string,
): void {
  const before = useRef<Stand | null>(null);
  const order = lanes.map(({ center }) => center).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves is where lanes stand, and nothing else
  useLayoutEffect(() => {
    const was = before.current;
    const scrolled = scroller.current?.scrollTop ?? 0;
    const centers = lanes.map(({ center }) => center - scrolled);
    before.current = { key, centers };
    if (was?.key !== key || was.centers.length !== centers.length) return;
    if (window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? true) return;
    for (const element of layers.current?.querySelectorAll("[data-lane]") ?? []) {
      const lane = Number(element.getAttribute("data-lane"));
      const by = (was.centers[lane] ?? 0) - (centers[lane] ?? 0);
      if (by === 0 || typeof element.animate !== "function") continue;
      element.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], {
        duration: MOTION_MS,
        easing: "cubic-bezier(0.2, 0, 0, 1)",
      });
    }
  }, [key, order]);
}
