import { useLayoutEffect, useRef } from "react";
import type { MarkPicture } from "../picture/picture-types";

const HOP_MS = 340;
/** How high a hop is, as a share of its width, and at most, pixels. */
const HEIGHT_SHARE = 0.3;
const MOST_HEIGHT_PX = 34;
const SAMPLES = 12;

/**
 * When another row is chosen at one and the same step, its ring hops from the one before. Nothing moves where motion is
 * reduced.
 *
 * @param step - Names the row and the step: where these change, the picture is another one.
 * @returns For the element that hops, drawn around (0, 0) and hidden otherwise.
 */
export function useChoiceHop(chosen: MarkPicture | undefined, step: string) {
  const ring = useRef<SVGCircleElement>(null);
  const before = useRef<{ step: string; row: number; x: number; y: number } | null>(null);
  const row = chosen?.row;
  const [x, y] = [chosen?.x ?? 0, chosen?.y ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it hops when another row is chosen, not when that one moves
  useLayoutEffect(() => {
    const was = before.current;
    const element = ring.current;
    if (row === undefined || was === null || was.step !== step || was.row === row || element === null) return;
    if (typeof element.animate !== "function") return;
    if (window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? true) return;
    const motion = element.animate(hopFrames([was.x, was.y], [x, y]), {
      duration: HOP_MS,
      easing: "cubic-bezier(0.4, 0, 0.3, 1)",
    });
    return () => motion.cancel();
  }, [row, step]);
  useLayoutEffect(() => {
    before.current = row === undefined ? null : { step, row, x, y };
  }, [step, row, x, y]);
  return ring;
}

type Point = readonly [x: number, y: number];

function hopFrames(from: Point, to: Point): Keyframe[] {
  const height = Math.min(MOST_HEIGHT_PX, Math.abs(to[0] - from[0]) * HEIGHT_SHARE);
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const t = i / SAMPLES;
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t - height * 4 * t * (1 - t);
    return { transform: `translate(${x}px, ${y}px)`, opacity: 1 };
  });
}
