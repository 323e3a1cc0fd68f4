import { useMemo, useState } from "react";
import { lessonScenario } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import type { Scenario } from "../../../scenario/scenario";
import { Checkbox } from "../../../ui/controls/checkbox";
import type { ScoreQuestion, TableScore } from "../../../worker/learn/score-results";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Asking } from "./asking";
import styles from "./features-score.module.css";
import { sideOf } from "./promise-words";
import { type AxisScore, ScoreAxis, scoreText } from "./score-axis";
import { useScore } from "./use-score";

/** A model whose features can be taken out one by one, and put back: what it promises, and what it keeps. */
export function FeaturesScore({ directive }: DirectiveProps) {
  const { lesson } = useLesson();
  const scenario = lessonScenario(lesson, directive.attributes.many ?? "");
  const { joins } = scenario.view;
  const all = useMemo(() => joins.map((_, join) => join), [joins]);
  const [chosen, setChosen] = useState<readonly number[]>(all);
  const [isMended, setMended] = useState(false);
  const asked = useMemo((): ScoreQuestion => ({ kind: "features", scenario, joins: all }), [scenario, all]);
  const question = useMemo((): ScoreQuestion | null => {
    if (chosen.length === 0 || (chosen.length === all.length && !isMended)) return null;
    return { kind: "features", scenario: isMended ? mended(scenario) : scenario, joins: chosen };
  }, [scenario, chosen, all, isMended]);
  const whole = useScore(asked);
  const part = useScore(question);
  return (
    <div className={styles.features}>
      <fieldset className={styles.choices}>
        <legend>{WORDS.score.features}</legend>
        {joins.map(({ fgName, features = [] }, join) => (
          <Checkbox
            key={fgName}
            label={say(WORDS.score.feature, { group: fgName, columns: features.join(", ") })}
            checked={chosen.includes(join)}
            onChange={(isIn) => setChosen(all.filter((one) => (one === join ? isIn : chosen.includes(one))))}
          />
        ))}
        {joins.map(({ fgName, asOf }) =>
          asOf === "event_time" ? (
            <Checkbox
              key={fgName}
              label={say(WORDS.score.mend, { group: fgName })}
              checked={isMended}
              onChange={setMended}
            />
          ) : null,
        )}
      </fieldset>
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
                      ]}
                    />
                    <p className={styles.said} role="status">
                      {promised(rest)} {say(WORDS.score.beside, { all: scoreText(first.production.value) })}
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

function onAxis(name: string, { offline, production }: TableScore, isMuted: boolean): AxisScore {
  return { name, offline: offline.value, production: production.value, leaks: true, isMuted };
}

function promised({ offline, production, gap }: TableScore): string {
  const values = { offline: scoreText(offline.value), production: scoreText(production.value) };
  return say(sideOf(gap) === "above" ? WORDS.score.featuresGap : WORDS.score.featuresKept, values);
}
