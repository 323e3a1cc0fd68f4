import { useRef } from "react";
import { PhaseStrip } from "./phase-strip";
import { Player } from "./player";
import { StepSentence } from "./step-sentence";
import styles from "./stepped-timeline.module.css";
import { Timeline } from "./timeline";
import type { TimelineProps } from "./timeline-props";
import { sentence } from "./words/sentence";

export interface SteppedTimelineProps extends TimelineProps {
  readonly onCoordinate: NonNullable<TimelineProps["onCoordinate"]>;
  /** Whether nothing is being dragged: only then the sentence is said aloud. */
  readonly isSettled: boolean;
  /** Whether the steps can be gone through: else the sentence and the picture of one alone. */
  readonly hasSteps?: boolean;
  /** Whether there is little room: the steps have no names then, and the player has its three buttons alone. */
  readonly isCompact?: boolean;
  /** Whether what happens at the step is said; by default it is. */
  readonly hasSentence?: boolean;
  /** Whether a training row is called by its number from 0, too; by default it is. */
  readonly numbersRows?: boolean;
  /** Where a clicker's keys lead; by default to the next step (1) or the one before (−1). */
  readonly onPage?: (by: 1 | -1) => void;
  /** Whether it is read among other things: the keys that scroll are then its own only while it has the focus, or nothing scrolls. */
  readonly isAmongOthers?: boolean;
}

/** Lines kept for it on a phone: the few sentences that need more are written smaller. */
const LINES_NARROW = 4;

/** A timeline with what is said at its step, and the ways through its steps. */
export function SteppedTimeline(props: SteppedTimelineProps) {
  const { isSettled, hasSteps = true, hasSentence = true, numbersRows = true, onPage, ...others } = props;
  const { isAmongOthers = false, isCompact = false, ...timeline } = others;
  const looks = useRef<HTMLDivElement>(null);
  const { slice, coordinate, onCoordinate } = timeline;
  const step = { slice, coordinate, onCoordinate };
  return (
    <>
      <div ref={looks} className={styles.looks} data-part="looks">
        {hasSentence && (
          <StepSentence parts={sentence(slice, coordinate)} linesNarrow={LINES_NARROW} live={isSettled} />
        )}
        {hasSteps && !isCompact && <PhaseStrip {...step} />}
        <Timeline {...timeline} keys={hasSteps ? "scope" : "own"} />
      </div>
      {hasSteps && (
        <Player
          {...step}
          numbersRows={numbersRows}
          onPage={onPage}
          isCompact={isCompact}
          scrollsBeside={isAmongOthers ? looks : undefined}
        />
      )}
    </>
  );
}
