import { useMemo, useState } from "react";
import { NULL_TREATMENTS, type NullTreatment } from "../../../compare/model/model-results";
import { lessonScenario } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import { formatNumber } from "../../../ui/format-number";
import { countInWords } from "../../../views/lesson-text/fact-text";
import type { ScoreAnswer, ScoreQuestion, TableScore } from "../../../worker/learn/score-results";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Asking } from "./asking";
import { EmptyCell } from "./empty-cell";
import styles from "./nulls-score.module.css";
import { promiseWords, sideOf } from "./promise-words";
import { ScoreAxis } from "./score-axis";
import { useScore } from "./use-score";

/** Three ways with a cell that the join leaves empty: what each takes in one row, and what a model makes of each in many. */
export function NullsScore({ directive }: DirectiveProps) {
  const { lesson } = useLesson();
  const { scenario = "", many = "" } = directive.attributes;
  const [treatment, setTreatment] = useState<NullTreatment>("leave");
  const question = useMemo(
    (): ScoreQuestion => ({ kind: "nulls", scenario: lessonScenario(lesson, many) }),
    [lesson, many],
  );
  const scoring = useScore(question);
  return (
    <div className={styles.nulls}>
      <EmptyCell
        scenario={lessonScenario(lesson, scenario)}
        treatment={treatment}
        onTreatment={setTreatment}
      />
      <Asking scoring={scoring} label={WORDS.score.nullsTraining} kind="tables">
        {(answer) => (
          <>
            <ScoreAxis
              scores={answer.scores.map(({ name, offline, production }) => ({
                name: wordOf(name),
                offline: offline.value,
                production: production.value,
                leaks: name === "fill_next",
                isMuted: name !== treatment,
              }))}
            />
            <div role="status" className={styles.said}>
              {treatmentWords(answer, treatment).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
            <p className={styles.of}>
              {say(WORDS.score.nullsOf, {
                cells: formatNumber(answer.empty.cells),
                of: formatNumber(answer.empty.of),
                rows: formatNumber(answer.rows),
                joins: countInWords(answer.empty.of / answer.rows),
                entities: formatNumber(answer.entities),
              })}
            </p>
          </>
        )}
      </Asking>
    </div>
  );
}

function wordOf(name: TableScore["name"]): string {
  const treatment = NULL_TREATMENTS.find((one) => one === name);
  return treatment === undefined ? name : WORDS.score[treatment];
}

/** What came of one way, as it was computed. */
export function treatmentWords(
  { scores, rows }: Pick<Extract<ScoreAnswer, { kind: "tables" }>, "scores" | "rows">,
  treatment: NullTreatment,
): string[] {
  const score = scores.find(({ name }) => name === treatment);
  if (score === undefined) return [];
  const word = WORDS.score[treatment];
  const said = [promiseWords(word.charAt(0).toUpperCase() + word.slice(1), score)];
  if (score.rows < rows)
    said.push(say(WORDS.score.rowsLeft, { rows: formatNumber(score.rows), of: formatNumber(rows) }));
  if (score.overFirst !== null) {
    const side = sideOf(score.overFirst.production);
    said.push(
      side === "below" ? WORDS.score.worse : side === "above" ? WORDS.score.better : WORDS.score.noWorse,
    );
  }
  return said;
}
