import { useMemo } from "react";
import type { CellRow } from "../../../learn/cells/cell-grid";
import {
  type CellVerdict,
  cellVerdicts,
  isFilled,
  type ReadAsJoin,
  readAsJoin,
} from "../../../learn/cells/read-as-join";
import { lessonScenario } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { countInWords } from "../../../views/lesson-text/fact-text";
import type { ScoreQuestion } from "../../../worker/learn/score-results";
import { type FilledGrid, useCells } from "../fill/use-cells";
import { type DirectiveProps, useCourseLesson, useLesson } from "../lesson/lesson-context";
import { useLearnHref } from "../use-learn-href";
import { Asking } from "./asking";
import styles from "./cells-score.module.css";
import { axisScores, customersWords, ruleWords, scoreWords, TEMPTING, verdictsWords } from "./cells-words";
import { ScoreAxis } from "./score-axis";
import { ScoredBoard } from "./scored-board";
import { latestOf, useScore } from "./use-score";

/** What a model makes of the table that the learner has filled by hand, beside the view's own join. */
export function CellsScore({ directive }: DirectiveProps) {
  const { name, lesson } = useCourseLesson();
  const hrefTo = useLearnHref();
  const { scenario = "", many = "" } = directive.attributes;
  const cells = useCells(scenario);
  const { filled } = cells;
  if (isFilled(filled)) return <FilledScore cells={cells} filled={filled} many={many} />;
  return (
    <p>
      {WORDS.score.notFilled}{" "}
      <ButtonLink variant="link" href={hrefTo({ lesson: name, part: lesson.parts[0] ?? null })}>
        {WORDS.score.fillFirst}
      </ButtonLink>
    </p>
  );
}

interface FilledScoreProps {
  readonly cells: FilledGrid;
  readonly filled: readonly CellRow[];
  /** The scenario that is scored. */
  readonly many: string;
}

function FilledScore({ cells, filled, many }: FilledScoreProps) {
  const { grid } = cells;
  const read = useMemo(() => readAsJoin(grid, filled), [grid, filled]);
  const verdicts = useMemo(() => cellVerdicts(grid, filled), [grid, filled]);
  return (
    <div className={styles.score}>
      <ModelScore cells={cells} read={read} verdicts={verdicts} many={many} />
      <ScoredBoard cells={cells} filled={filled} read={read} verdicts={verdicts} />
    </div>
  );
}

interface ModelScoreProps {
  readonly cells: FilledGrid;
  readonly read: ReadAsJoin;
  readonly verdicts: readonly CellVerdict[];
  /** The scenario that is scored. */
  readonly many: string;
}

/** What the model promises and keeps. Apart from the board: while it is trained, only this is drawn again. */
function ModelScore({ cells, read, verdicts, many }: ModelScoreProps) {
  const app = useAppHandle();
  const { lesson } = useLesson();
  const { grid } = cells;
  const question = useMemo((): ScoreQuestion => {
    const variants = [...new Set(["own", read.variant, TEMPTING] as const)];
    return { kind: "joins", scenario: lessonScenario(lesson, many), variants };
  }, [lesson, many, read.variant]);
  const scoring = useScore(question);
  const answer = latestOf(scoring);
  return (
    <div className={styles.top}>
      <div className={styles.said}>
        <p className={styles.lead}>
          {say(WORDS.score.filled, { cells: countInWords(grid.cells.length) })}{" "}
          {answer?.kind === "tables" && scoreWords(answer, read)}
        </p>
        <p className={styles.verdict}>{verdictsWords(verdicts)}</p>
        <p>
          {ruleWords(grid, read)}{" "}
          <Button
            variant="link"
            onClick={() => {
              cells.clear();
              goTo(app, { part: lesson.parts[0] ?? null }, "push");
            }}
          >
            {WORDS.score.again}
          </Button>
        </p>
        {answer?.kind === "tables" && <p className={styles.how}>{customersWords(answer, read.variant)}</p>}
      </div>
      <div className={styles.scores}>
        <Asking scoring={scoring} label={WORDS.score.training} kind="tables">
          {({ scores }) => <ScoreAxis scores={axisScores(scores, read)} />}
        </Asking>
      </div>
    </div>
  );
}
