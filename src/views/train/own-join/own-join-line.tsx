import { useState } from "react";
import {
  cancelOwnJoin,
  type OwnJoinCounts,
  type OwnJoinRun,
  ownJoin,
  rerunOwnJoin,
} from "../../../state/own-join/own-join";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { Language } from "../../../terms/languages";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { rowName } from "../../../timeline/words/row-name";
import { Button } from "../../../ui/controls/button";
import { LeakLine } from "../notable/leak-line";
import { nextOtherRow, type OtherRow, otherRowAt } from "./other-rows";
import { OwnJoinDialog } from "./own-join-dialog";
import styles from "./own-join-line.module.css";
import { countWords, leakWords, statusWords } from "./own-join-words";

export interface OwnJoinLineProps {
  readonly training: Training;
  /** The step that the timeline shows. */
  readonly at: Coordinate;
}

/** What came of the training set: how many cells leak, or, while the reader's own join is looked at, where that differs. */
export function OutcomeLine(props: OwnJoinLineProps) {
  const own = usePart(ownJoin, (state) => state);
  if (own.kind === "off" || own.run === null) return <LeakLine {...props} />;
  return <OwnJoinLine at={props.at} run={own.run} language={own.language} />;
}

function OwnJoinLine({
  at,
  run,
  language,
}: Pick<OwnJoinLineProps, "at"> & { readonly run: OwnJoinRun; readonly language: Language }) {
  const app = useAppHandle();
  const [isOpen, setOpen] = useState(false);
  const { training, counts, status } = run;
  const go = (by: 1 | -1) => {
    const from = { trainingRow: training.trainingRowOf(at.spineRow) ?? 0, join: at.join };
    const next = nextOtherRow(run, training.numRows, from, by);
    if (next === null) return;
    const row = training.spineIndex[next.trainingRow] ?? 0;
    goTo(app, { row, join: next.join, phase: "write_cell", column: null, from: null, to: null });
  };
  const isRunning = status.kind === "loading" || status.kind === "running";
  const here = otherRowAt(run, training.trainingRowOf(at.spineRow) ?? -1, at.join);
  const words = statusWords(run, language);
  return (
    <section className={styles.own} aria-label="Your join">
      {/* What changes with every call would be read out without an end. */}
      <p role="status" className={styles.count} aria-busy={isRunning}>
        {isRunning && counts.differs === 0 ? "Your join runs beside the engine" : countWords(counts)}
      </p>
      <p className={styles.words} role={isRunning ? undefined : "alert"} title={words || undefined}>
        {words || <Outcome counts={counts} here={here} />}
      </p>
      <p className={styles.ways}>
        {/* One button, so that the focus stays where it was pressed. */}
        <Button variant="link" onClick={() => (isRunning ? cancelOwnJoin : rerunOwnJoin)(app)}>
          {isRunning ? "stop it" : "run again"}
        </Button>
        {counts.differs > 0 && (
          <>
            <Button variant="link" aria-label="previous difference" onClick={() => go(-1)}>
              previous
            </Button>
            <Button variant="link" onClick={() => go(1)}>
              next difference
            </Button>
          </>
        )}
        <Button variant="link" onClick={() => setOpen(true)}>
          {counts.differs > 0 ? "list them" : "more on it"}
        </Button>
      </p>
      <OwnJoinDialog open={isOpen} run={run} language={language} onClose={() => setOpen(false)} />
    </section>
  );
}

interface OutcomeProps {
  readonly counts: OwnJoinCounts;
  /** What differs at the step that is looked at. */
  readonly here: OtherRow | null;
}

function Outcome({ counts, here }: OutcomeProps) {
  if (counts.differs === 0) return "Every row is the one that the engine takes.";
  return (
    <>
      {counts.leaks > 0 && (
        <>
          <VerdictGlyph state="leak" />{" "}
        </>
      )}
      <span data-leak={counts.leaks > 0 || undefined}>{leakWords(counts)}</span>
      {here !== null &&
        ` · here yours takes ${here.yours === null ? "no row" : `row ${rowName(here.yours)}`}`}
    </>
  );
}
