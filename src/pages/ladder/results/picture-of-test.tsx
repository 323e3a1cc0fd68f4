import { useMemo, useState } from "react";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { type Coordinate, firstStep } from "../../../timeline/step/coordinate";
import { SteppedTimeline } from "../../../timeline/stepped-timeline";
import { Button } from "../../../ui/controls/button";
import { withOthersLane } from "./others-lane";
import styles from "./program-results.module.css";
import { placeToShow, rowsAt, type TestResult } from "./test-result";

export interface PictureOfTestProps {
  /** Counts the tests from 1. */
  readonly number: number;
  readonly result: TestResult;
}

/** The timeline of a test: the row that is right, and the reader's own beside it, at its end or step by step. */
export function PictureOfTest({ number, result }: PictureOfTestProps) {
  const [isStepping, setStepping] = useState(false);
  const [stepped, setStepped] = useState<Coordinate | null>(null);
  const place = useMemo(() => placeToShow(result), [result]);
  const isHere = stepped !== null && place.slice.spine.rows.includes(stepped.spineRow);
  const at: Coordinate = isHere ? stepped : { spineRow: place.spineRow, join: 0, phase: "write_cell" };
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
      <SteppedTimeline
        slice={slice}
        picked={picked}
        guess={guess}
        coordinate={at}
        onCoordinate={(to) => setStepped({ ...to, join: 0 })}
        isSettled
        hasSteps={isStepping}
        hasSentence={isStepping}
        showMinimap={false}
        numbersRows={false}
        tellsNoTtl={false}
        isAmongOthers
      />
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
    ? drawableGuess({ join: others.length > 0 ? 1 : 0, row: row ?? null, alsoRows, isAnswered: true })
    : null;
  return { slice, picked, guess };
}
