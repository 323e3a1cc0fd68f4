import { useMemo, useState } from "react";
import { lessonScenario } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import type { Scenario } from "../../../scenario/scenario";
import { Checkbox } from "../../../ui/controls/checkbox";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import type { ScoreAnswer, ScoreQuestion, TableScore } from "../../../worker/learn/score-results";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Asking } from "./asking";
import styles from "./features-score.module.css";
import { sideOf } from "./promise-words";
import { type AxisScore, ScoreAxis, scoreText } from "./score-axis";
import { latestOf, useScore } from "./use-score";

/** A model whose features can be taken out one by one, and put back: what it promises, and what it keeps. */
export function FeaturesScore({ directive }: DirectiveProps) {
  const { lesson } = useLesson();
  const scenario = lessonScenario(lesson, directive.attributes.many ?? "");
  const { joins } = scenario.view;
  const all = useMemo(() => joins.map((_, join) => join), [joins]);
  const [chosen, setChosen] = useState<readonly number[]>(all);
  const [isMended, setMended] = useState(false);
  const faulty = joins.findIndex(({ asOf }) => asOf === "event_time");
  const fault = joins[faulty];
  const asked = useMemo((): ScoreQuestion => ({ kind: "features", scenario, joins: all }), [scenario, all]);
  const question = useMemo((): ScoreQuestion | null => {
    if (chosen.length === 0 || (chosen.length === all.length && !isMended)) return null;
    return { kind: "features", scenario: isMended ? mended(scenario) : scenario, joins: chosen };
  }, [scenario, chosen, all, isMended]);
  /** Whoever takes the feature out should see what the join would keep that is mended. */
  const isOut = fault !== undefined && !chosen.includes(faulty) && chosen.length > 0;
  const mending = useMemo(
    (): ScoreQuestion | null => (isOut ? { kind: "features", scenario: mended(scenario), joins: all } : null),
    [scenario, all, isOut],
  );
  const whole = useScore(asked);
  const part = useScore(question);
  const repaired = latestOf(useScore(mending));
  return (
    <div className={styles.features}>
      <div className={styles.changes}>
        {fault !== undefined && (
          <SegmentedChoice
            label={say(WORDS.score.joinedBy, { group: fault.fgName })}
            variant="boxes"
            options={[
              { value: "event_time", label: WORDS.score.byEventTime },
              { value: "created_time", label: WORDS.score.byCreatedTime },
            ]}
            value={isMended ? "created_time" : "event_time"}
            onChange={(clock) => setMended(clock === "created_time")}
          />
        )}
        <fieldset className={styles.choices}>
          <legend>{WORDS.score.features}</legend>
          {joins.map(({ fgName, features = [] }, join) => (
            <Checkbox
              key={fgName}
              label={say(WORDS.score.feature, { group: fgName, columns: features.join(", ") })}
              checked={chosen.includes(join)}
              onChange={(isIn) =>
                setChosen(all.filter((one) => (one === join ? isIn : chosen.includes(one))))
              }
            />
          ))}
        </fieldset>
      </div>
      <Asking scoring={whole} label={WORDS.score.featuresTraining} kind="tables">
        {({ scores: [first] }) =>
          first === undefined ? null : question === null ? (
            <>
              <ScoreAxis scores={[onAxis(WORDS.score.allFeatures, first, false)]} />
              <p className={styles.said} role="status">
                {chosen.length === 0 ? WORDS.score.noFeatures : promised(first)}
              </p>
            </>
          ) : (
            <Asking scoring={part} label={WORDS.score.featuresTraining} kind="tables">
              {({ scores: [rest] }) =>
                rest === undefined ? null : (
                  <>
                    <ScoreAxis
                      scores={[
                        onAxis(WORDS.score.theseFeatures, rest, false),
                        onAxis(WORDS.score.allFeatures, first, true),
                        ...(isOut ? mendedOf(repaired) : []).map((one) =>
                          onAxis(WORDS.score.mended, one, true),
                        ),
                      ]}
                    />
                    <p className={styles.said} role="status">
                      {promised(rest)} {say(WORDS.score.beside, { all: scoreText(first.production.value) })}
                      {isOut && ` ${outWords(fault.fgName, rest, mendedOf(repaired))}`}
                    </p>
                  </>
                )
              }
            </Asking>
          )
        }
      </Asking>
    </div>
  );
}

/** The same view, its joins by each group’s own clock. */
function mended(scenario: Scenario): Scenario {
  const joins = scenario.view.joins.map(({ asOf: _, ...join }) => join);
  return { ...scenario, view: { ...scenario.view, joins } };
}

/** The score of the mended view, once it has come. */
function mendedOf(answer: ScoreAnswer | null): readonly TableScore[] {
  return answer?.kind === "tables" ? answer.scores.slice(0, 1) : [];
}

/** Whether a group says something when it is joined right: else taking it out would be as good. */
export function outWords(
  group: string,
  { production }: TableScore,
  [repaired]: readonly TableScore[],
): string {
  if (repaired === undefined) return "";
  const values = { group, score: scoreText(repaired.production.value) };
  const isBetter = repaired.production.value > production.value;
  return say(isBetter ? WORDS.score.outWorse : WORDS.score.outNoWorse, values);
}

function onAxis(name: string, { offline, production }: TableScore, isMuted: boolean): AxisScore {
  return { name, offline: offline.value, production: production.value, leaks: true, isMuted };
}

function promised({ offline, production, gap }: TableScore): string {
  const values = { offline: scoreText(offline.value), production: scoreText(production.value) };
  return say(sideOf(gap) === "above" ? WORDS.score.featuresGap : WORDS.score.featuresKept, values);
}
