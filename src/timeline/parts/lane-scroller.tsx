import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import type { Picture } from "../picture/picture-types";
import styles from "./lane-scroller.module.css";

/** Beside lanes that scroll, room for the scroll bar, where it takes any. */
export const SCROLL_BAR_PX = 12;

export interface LaneScrollerProps {
  readonly picture: Picture;
  /** Counts the view's joins from 0: its lane is brought into sight when it is played. */
  readonly join: number;
  /** Names the row and the phase: with every step the lane is brought into sight again. */
  readonly step: string;
  /** Pixels, with axis and spine; `null` where the lanes do not scroll. */
  readonly maxHeight: number | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onScroll: () => void;
  readonly children: ReactNode;
}

/** Where there are more lanes than room they scroll, and axis and spine stay; at the ends the wheel scrolls the page. */
export function LaneScroller(props: LaneScrollerProps) {
  const { picture, join, step, maxHeight, scroller, onScroll, children } = props;
  const headHeight = headHeightOf(picture);
  const lane = picture.lanes[join];
  const height = maxHeight === null ? null : Math.max(maxHeight, headHeight + (lane?.height ?? 0));
  const [top, bottom] = lane === undefined ? [0, 0] : [lane.top - headHeight, lane.top + lane.height];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the sign to bring the lane into sight
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || height === null) return;
    // As little as shows it whole.
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, bottom - height));
  }, [scroller, height, top, bottom, step]);
  if (height === null) return <div>{children}</div>;
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label="The lanes of the joins"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      style={{ maxHeight: height, scrollPaddingTop: headHeight }}
      onScroll={onScroll}
    >
      {children}
    </section>
  );
}

/** Of what stays where it is while lanes scroll: flag, axis and spine. */
export function headHeightOf({ spine, metrics }: Picture): number {
  return spine.top + metrics.spineHeight;
}
