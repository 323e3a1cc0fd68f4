import { NARROWEST_US, type TimeWindow } from "../geometry/time-window";
import { useHeldDrag } from "../hands/use-held-drag";
import styles from "./minimap-bar.module.css";

export interface WindowEdgeProps {
  /** Which end of the window it is. */
  readonly end: "fromUs" | "toUs";
  /** Where that end is drawn, pixels of the minimap. */
  readonly x: number;
  readonly height: number;
  readonly window: TimeWindow;
  /** The moment at a place of the minimap, microseconds. */
  readonly usAt: (x: number) => number;
  readonly onWindow: (window: TimeWindow) => void;
}

/** More of a grip lies outside the window than in it, so that the narrowest can still be taken in its middle. */
const OUTSIDE_PX = 16;
const INSIDE_PX = 3;
const LEAST_PX = 1;

/** An end of the minimap's window: dragged it zooms, and the other end stays. By keys the window's own up and down do. */
export function WindowEdge({ end, x, height, window, usAt, onWindow }: WindowEdgeProps) {
  const { handlers } = useHeldDrag<{ readonly offsetPx: number; readonly before: TimeWindow }>({
    leastPx: LEAST_PX,
    isAlone: true,
    // From where it is drawn: a window that reaches beyond the minimap, or is narrower than can be drawn, is elsewhere.
    take: (clientX) => ({ offsetPx: x - clientX, before: window }),
    move: ({ offsetPx, before }, clientX) => {
      const us = usAt(clientX + offsetPx);
      const { fromUs, toUs } = before;
      onWindow(
        end === "fromUs"
          ? { fromUs: Math.min(us, toUs - NARROWEST_US), toUs }
          : { fromUs, toUs: Math.max(us, fromUs + NARROWEST_US) },
      );
    },
    cancel: ({ before }) => onWindow(before),
  });
  const left = end === "fromUs" ? x - OUTSIDE_PX : x - INSIDE_PX;
  return (
    <g aria-hidden className={styles.edge} data-end={end} {...handlers}>
      <rect x={left} y={0} width={OUTSIDE_PX + INSIDE_PX} height={height + 2} />
      <line x1={x} x2={x} y1={height / 2 - 5} y2={height / 2 + 6} />
    </g>
  );
}
