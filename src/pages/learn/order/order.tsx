import { useEffect, useMemo, useRef, useState } from "react";
import { lessonScenario } from "../../../learn/questions/ask";
import { FINDS, findOf, outcomeOf } from "../../../learn/serving/actions-run";
import { WORDS } from "../../../learn/words";
import type { ScenarioAction } from "../../../scenario/scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { Button } from "../../../ui/controls/button";
import { moved } from "../../../ui/reorder/use-reorder";
import { Inlines } from "../../../views/lesson-text/inlines";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { AnswerFeedback } from "../predict/answer-feedback";
import { ActionLanes } from "./action-lanes";
import styles from "./order.module.css";
import { RunState, runOf, ServedRun } from "./served-run";
import { useActionsRun } from "./use-actions-run";

const { order: words } = WORDS;

/**
 * Actions on a real store, and what both stores hold after each. The learner puts them in an order of their own and runs them;
 * with `answers` they run as the question has them, beside what the learner said.
 */
export function Order({ directive }: DirectiveProps) {
  const { scenario = "", answers, variant } = directive.attributes;
  return (
    <section className={styles.order}>
      {directive.label.length > 0 && (
        <h2 className={styles.label}>
          <Inlines inlines={directive.label} />
        </h2>
      )}
      {answers === undefined ? (
        <OwnOrder name={scenario} />
      ) : (
        <AskedOrder question={answers} variant={variant} />
      )}
    </section>
  );
}

/** The actions of a question, and what the learner answered to it. */
function AskedOrder({
  question,
  variant,
}: {
  readonly question: string;
  readonly variant: string | undefined;
}) {
  const lesson = useLesson();
  const asked = lesson.ask(question, variant);
  const answer = lesson.answerTo(asked);
  return (
    <>
      {answer !== null && <AnswerFeedback asked={asked} answer={answer} />}
      <ServedRun key={asked.variant} asked={asked} option={answer?.option ?? null} />
    </>
  );
}

/** The actions of a scenario, in whatever order the learner puts them. */
function OwnOrder({ name }: { readonly name: string }) {
  const { lesson, made, keepMade } = useLesson();
  const scenario = useMemo(() => lessonScenario(lesson, name), [lesson, name]);
  const slice = useMemo(() => scenarioSlice(scenario, 0), [scenario]);
  const [actions, setActions] = useState(scenario.actions ?? NO_ACTIONS);
  const { state, run, reset } = useActionsRun(scenario);
  const result = useRef<HTMLDivElement>(null);
  // What comes of it stands below what was pressed, and may lie under the foot.
  useEffect(() => {
    if (state.kind === "done") result.current?.scrollIntoView?.({ block: "nearest" });
  }, [state.kind]);
  const found = made(`order:${name}`) ?? [];
  const reorder = (to: readonly ScenarioAction[]) => {
    setActions(to);
    reset();
  };
  const runAll = async () => {
    const done = await run(actions);
    const outcome = done && outcomeOf(done);
    if (outcome === null) return;
    const find = findOf(outcome);
    if (!found.includes(find)) keepMade(`order:${name}`, [...found, find]);
  };
  return (
    <>
      <ActionLanes
        slice={slice}
        actions={actions}
        run={runOf(state)}
        onMove={(from, to) => reorder(moved(actions, from, to))}
      />
      <div className={styles.controls}>
        <Button variant="primary" onClick={() => void runAll()} aria-disabled={state.kind === "running"}>
          {state.kind === "running" ? words.running : words.run}
        </Button>
        <Finds found={found} />
        {actions !== scenario.actions && (
          <Button variant="link" onClick={() => reorder(scenario.actions ?? NO_ACTIONS)}>
            {words.startOver}
          </Button>
        )}
      </div>
      <RunState ref={result} state={state} slice={slice} onRetry={() => void runAll()} />
    </>
  );
}

const NO_ACTIONS: readonly ScenarioAction[] = [];

/** What there is to be found, and what the learner has found of it. */
function Finds({ found }: { readonly found: readonly (string | null)[] }) {
  const isAll = FINDS.every((find) => found.includes(find));
  return (
    <div className={styles.finds}>
      <p>{isAll ? words.allFound : words.finds}</p>
      <ul className={styles.findList}>
        {FINDS.map((find) => (
          <li key={find} data-found={found.includes(find) || undefined}>
            <span aria-hidden>{found.includes(find) ? "✓" : "○"}</span> {words.find[find]}
            <span className="visually-hidden">: {found.includes(find) ? words.found : words.notFound}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
