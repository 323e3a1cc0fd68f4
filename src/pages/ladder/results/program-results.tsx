import { type ReactNode, useState } from "react";
import { PictureOfTest } from "./picture-of-test";
import styles from "./program-results.module.css";
import { TestGrid } from "./test-grid";
import { firstToShow, isAgreed, type TestResult } from "./test-result";

export interface ProgramResultsProps {
  /** What the program does, in a sentence: "Your program takes the earliest, not the latest." */
  readonly headline: string;
  /** Whether all of this is of an earlier program, and the newer one still runs. */
  readonly isOld?: boolean;
  /** Under it, where there is more to say: why it does not run. */
  readonly note?: ReactNode;
  /** The name of the test that is about that: of those that differ it is shown first. */
  readonly about?: string | undefined;
  /** Whether the program ran in the tests, so that it can be said how many agree. */
  readonly isCounted: boolean;
  /** Keep its identity while nothing changed. */
  readonly results: readonly TestResult[];
  /** What all tests agreeing brings, beside how many do. */
  readonly next?: ReactNode;
}

/** What a program does: said, drawn for the first test with which it disagrees, or another that is pressed, and all tests as marbles. */
export function ProgramResults(props: ProgramResultsProps) {
  const { headline, note, about, isCounted, results, next, isOld = false } = props;
  const [chosen, setChosen] = useState<{ name: string; results: readonly TestResult[] } | null>(null);
  const pressed = results.find(({ test }) => test.name === chosen?.name);
  // What was pressed stays until the program agrees with it after a change: then the next one that differs is shown.
  // Where it breaks off in one test, the sentence is about that one.
  const breaksOff = results.some(({ test, yours }) => test.name === about && yours === null);
  const isKept = pressed !== undefined && (chosen?.results === results || (!breaksOff && !isAgreed(pressed)));
  const shown = isKept ? pressed : firstToShow(results, about);
  return (
    <section className={styles.results} aria-label="What your program does">
      <div className={styles.said} aria-live="polite">
        <h2 className={styles.headline}>{isOld ? "Running …" : headline}</h2>
        {note !== undefined && !isOld && <div className={styles.note}>{note}</div>}
      </div>
      {shown !== undefined && (
        <PictureOfTest key={shown.test.name} number={results.indexOf(shown) + 1} result={shown} />
      )}
      <TestGrid
        results={results}
        isCounted={isCounted && !isOld}
        shown={shown?.test.name ?? null}
        onShow={(name) => setChosen({ name, results })}
        next={next}
      />
    </section>
  );
}
