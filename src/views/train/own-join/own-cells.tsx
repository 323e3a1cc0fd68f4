import { useMemo } from "react";
import { type OwnJoinRun, ownJoin } from "../../../state/own-join/own-join";
import type { Training } from "../../../state/training";
import { useApp, usePart } from "../../../state/use-app";
import { type DrawableGuess, drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { type OtherRow, yoursAt } from "./other-rows";
import styles from "./own-cells.module.css";

/** What the reader's join has made of a training set; `null` where it is not looked at, or has run on another one. */
export function useOwnRun(training: Training): OwnJoinRun | null {
  const run = usePart(ownJoin, (state) => (state.kind === "on" ? state.run : null));
  // What is being dragged was joined by nobody but the page.
  const isDragging = useApp((state) => state.draftEdit !== null);
  return run?.training === training && !isDragging ? run : null;
}

/** The row that the reader's join takes at a step, as it is drawn beside the right one. */
export function useOwnGuess(training: Training, { spineRow, join }: Coordinate): DrawableGuess | null {
  const run = useOwnRun(training);
  const trainingRow = training.trainingRowOf(spineRow);
  const yours = run === null || trainingRow === undefined ? null : yoursAt(run, trainingRow, join);
  const [isThere, row] = [yours !== null, yours?.row ?? null];
  return useMemo(
    () => (isThere ? drawableGuess({ join, row, isAnswered: true, isOfProgram: true }) : null),
    [isThere, join, row],
  );
}

/** Beside a cell's value: that the reader's join takes another row there, and whether that leaks. */
export function OwnMark({ other }: { readonly other: OtherRow }) {
  return other.leaks ? (
    <span className={styles.mark} data-leak>
      <VerdictGlyph state="leak" /> yours leaks
    </span>
  ) : (
    <span className={styles.mark}>≠ yours</span>
  );
}
