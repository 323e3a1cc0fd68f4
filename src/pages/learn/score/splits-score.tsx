import { useMemo } from "react";
import { lessonScenario } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import { countInWords } from "../../../views/lesson-text/fact-text";
import type { ScoreQuestion, SplitScore } from "../../../worker/learn/score-results";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Asking } from "./asking";
import { scoreText } from "./score-axis";
import styles from "./splits-score.module.css";
import { useScore } from "./use-score";

/** Beside the scenario's own seed, data is made from these. */
const MORE_SEEDS = [1, 2];

/** Whether a split at random promises more than one by time: on the same data, made from several seeds. */
export function SplitsScore({ directive }: DirectiveProps) {
  const { lesson } = useLesson();
  const scenario = lessonScenario(lesson, directive.attributes.many ?? "");
  const question = useMemo((): ScoreQuestion => {
    const own = scenario.groups.flatMap(({ rows }) => (rows.kind === "generated" ? [rows.seed] : []));
    return { kind: "splits", scenario, seeds: [...new Set([...own, ...MORE_SEEDS])] };
  }, [scenario]);
  const scoring = useScore(question);
  return (
    <Asking scoring={scoring} label={WORDS.score.splitsTraining} kind="splits">
      {({ scores }) => {
        const leakless = scores.filter(({ hasLeaks }) => !hasLeaks);
        return (
          <>
            <table className={styles.table}>
              <caption>{say(WORDS.score.splitsCaption, { count: countInWords(leakless.length) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{WORDS.score.data}</th>
                  <th scope="col">{WORDS.score.byTime}</th>
                  <th scope="col">{WORDS.score.atRandom}</th>
                </tr>
              </thead>
              <tbody>
                {leakless.map(({ seed, byTime, atRandom }, i) => (
                  <tr key={seed}>
                    <th scope="row">{say(WORDS.score.made, { number: i + 1 })}</th>
                    <td>{banded(byTime.value, byTime)}</td>
                    <td>{banded(atRandom.mean, atRandom)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={styles.note}>{WORDS.score.splitsNote}</p>
            <div className={styles.said} role="status">
              {splitsWords(scores).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </>
        );
      }}
    </Asking>
  );
}

function banded(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  return say(WORDS.score.score, { value: scoreText(value), low: scoreText(low), high: scoreText(high) });
}

/** What came out, whichever. */
export function splitsWords(scores: readonly SplitScore[]): string[] {
  const leakless = scores.filter(({ hasLeaks }) => !hasLeaks);
  const above = leakless.filter(({ byTime, atRandom }) => atRandom.mean > byTime.high).length;
  const below = leakless.filter(({ byTime, atRandom }) => atRandom.mean < byTime.low).length;
  const count = countInWords(leakless.length);
  const said = [
    above === 0
      ? WORDS.score.splitsNever
      : above === leakless.length
        ? WORDS.score.splitsAlways
        : say(WORDS.score.splitsSome, { above: countInWords(above), count }),
  ];
  if (below > 0) said.push(say(WORDS.score.splitsBelow, { below: countInWords(below) }));
  for (const { byTime, atRandom, production } of scores.filter(({ hasLeaks }) => hasLeaks)) {
    const isBlind = byTime.low > production.high && atRandom.mean > production.high;
    said.push(
      say(WORDS.score.splitsLeak, {
        byTime: scoreText(byTime.value),
        atRandom: scoreText(atRandom.mean),
        production: scoreText(production.value),
      }),
      isBlind ? WORDS.score.splitsBlind : WORDS.score.splitsSeen,
    );
  }
  return said;
}
