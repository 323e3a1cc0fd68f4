import { type CSSProperties, type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { classNames } from "../../../ui/class-names";
import type { CurrentScreen } from "../use-plan";
import styles from "./screen.module.css";
import { ScreenAct } from "./screen-act";
import { ScreenFoot } from "./screen-foot";
import { type ScreenStand, useScreenSize } from "./screen-size";

/** What can be asked of a screen that is drawn. */
export interface ScreenHandle {
  /** Brings what moves to its end at once. @returns Whether a reveal was played that is now seen whole. */
  readonly finish: () => boolean;
}

export interface ScreenContentProps {
  readonly screen: CurrentScreen;
  /** How many screens the plan has. */
  readonly total: number;
  /** Whether it is the page itself, with its heading, and heard when it changes; else it is a picture of that. By default it is. */
  readonly isPage?: boolean;
  /** Whether nothing in it moves or can be moved: for what is not on the screen yet. */
  readonly isStill?: boolean;
  readonly ref?: Ref<ScreenHandle>;
}

/**
 * What one screen of a plan shows: drawn for the class, and small for the speaker. It fills what it stands in, which must
 * have a width and a height, and everything in it is as large as that lets it be.
 */
export function ScreenContent(props: ScreenContentProps) {
  const { screen, total, isPage = true, isStill = false, ref } = props;
  const { number, frame } = screen;
  const box = useRef<HTMLDivElement>(null);
  const finishPlay = useRef<(() => boolean) | null>(null);
  const { width, height, scale } = useScreenSize(box);
  const isNext = useIsNext(number);
  useImperativeHandle(ref, () => ({
    finish() {
      if (box.current !== null) finishMotion(box.current);
      return finishPlay.current?.() ?? false;
    },
  }));
  const stand = useMemo(
    (): ScreenStand => ({ scale, sizeKey: `${width} ${height}`, isPage, isStill, isNext }),
    [scale, width, height, isPage, isStill, isNext],
  );
  const units: CSSProperties & Record<`--${string}`, string> = {
    "--u": `${scale}px`,
    "--stroke-scale": String(scale * STROKES),
  };
  return (
    <div ref={box} className={styles.screen} style={units} data-act={frame.act.kind}>
      <div className={classNames(styles.page, isStill && styles.still)}>
        <ScreenAct screen={screen} stand={stand} finishPlay={finishPlay} />
        <ScreenFoot screen={screen} total={total} hasControls={!isStill} />
      </div>
    </div>
  );
}

/** So much thicker than on a page are the strokes of a picture that is read from the last row. */
const STROKES = 1.35;

/** A press leads to the next screen, or past one that has nothing to show. */
const MOST_PASSED = 2;

/** Whether the number that is given now came by a press after the one before it. */
function useIsNext(number: number): boolean {
  const [seen, setSeen] = useState({ number, isNext: false });
  const now =
    seen.number === number
      ? seen
      : { number, isNext: number > seen.number && number <= seen.number + MOST_PASSED };
  if (now !== seen) setSeen(now);
  return now.isNext;
}

/** Brings everything that moves on a screen to its end. */
function finishMotion(screen: Element): void {
  const moving = (document.getAnimations?.() ?? []).filter(
    ({ playState, effect }) =>
      playState === "running" &&
      effect instanceof KeyframeEffect &&
      effect.getComputedTiming().endTime !== Number.POSITIVE_INFINITY &&
      isOf(screen, effect.target),
  );
  for (const animation of moving) animation.finish();
}

/** What flies from the picture into the row flies over the whole page. */
function isOf(screen: Element, target: Element | null): boolean {
  return target !== null && (screen.contains(target) || target.parentElement === document.body);
}
