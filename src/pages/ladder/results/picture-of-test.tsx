import { useMemo, useRef, useState } from "react";
import { PhaseStrip } from "../../../timeline/phase-strip";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { Player } from "../../../timeline/player";
import { type Coordinate, firstStep } from "../../../timeline/step/coordinate";
import { StepSentence } from "../../../timeline/step-sentence";
import { Timeline } from "../../../timeline/timeline";
import { sentence } from "../../../timeline/words/sentence";
import { Button } from "../../../ui/controls/button";
import { withOthersLane } from "./others-lane";
import styles from "./program-results.module.css";
import { placeToShow, rowsAt, type TestResult } from "./test-result";

export interface PictureOfTestProps {
  /** Counts the tests from 1. */
  readonly number: number;
  readonly result: TestResult;
}

/** Lines kept for the sentence of a step on a phone. */
const LINES_NARROW = 4;

/** The timeline of a test: the row that is right, and the reader's own beside it, at its end or step by step. */
export function PictureOfTest({ number, result }: PictureOfTestProps) {
  const [isStepping, setStepping] = useState(false);
  const [stepped, setStepped] = useState<Coordinate | null>(null);
  const place = useMemo(() => placeToShow(result), [result]);
  const isHere = stepped !== null && place.slice.spine.rows.includes(stepped.spineRow);
  const at: Coordinate = isHere ? stepped : { spineRow: place.spineRow, join: 0, phase: "write_cell" };
  // The steps are those of the right join: a lane of others has none.
  const step = { slice: place.slice, coordinate: at, onCoordinate: setStepped };
  const looks = useRef<HTMLDivElement>(null);
  const { slice, picked, guess } = useMemo(
    () => drawn(result, { slice: place.slice, spineRow: at.spineRow }),
    [result, place.slice, at.spineRow],
  );
  return (
    <div className={styles.picture}>
      <p className={styles.about}>
        <span>
          Test {number}: {result.test.about}
        </span>
        <Button
          variant="link"
          aria-expanded={isStepping}
          onClick={() => {
            setStepping(!isStepping);
            setStepped(isStepping ? null : firstStep(place.slice, place.spineRow));
          }}
        >
          {isStepping ? "Show its end" : "Step through it"}
        </Button>
      </p>
      <div ref={looks} className={styles.looks}>
        {isStepping && (
          <>
            <StepSentence parts={sentence(place.slice, at)} linesNarrow={LINES_NARROW} />
            <PhaseStrip {...step} />
          </>
        )}
        <Timeline
          slice={slice}
          picked={picked}
          guess={guess}
          coordinate={at}
          showMinimap={false}
          tellsNoTtl={false}
          keys="none"
        />
      </div>
      {isStepping && <Player {...step} numbersRows={false} scrollsBeside={looks} />}
    </div>
  );
}

/** The reader's rows around their marks. Those of somebody else stand in a lane of their own, under what is right. */
function drawn(result: TestResult, place: ReturnType<typeof placeToShow>) {
  const { own, others } = rowsAt(result, place);
  const { slice, picked } = withOthersLane(place.slice, result.test.slices, others);
  const isWrong = others.length > 0 || result.yours !== null;
  const [row, ...alsoRows] = others.length > 0 ? others : own;
  const guess = isWrong
    ? drawableGuess({
        join: others.length > 0 ? 1 : 0,
        row: row ?? null,
        alsoRows,
        isAnswered: true,
        isOfProgram: true,
      })
    : null;
  return { slice, picked, guess };
}
