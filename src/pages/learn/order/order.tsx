import { useEffect, useMemo, useState } from "react";
import { lessonScenario, variantEdits } from "../../../learn/questions/ask";
import { type ActionsRun, FINDS, findOf, outcomeOf, withRowsSet } from "../../../learn/serving/actions-run";
import { WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import type { Scenario, ScenarioAction } from "../../../scenario/scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { type DirectiveProps, type LessonHandle, useLesson } from "../lesson/lesson-context";
import { Inlines } from "../text/inlines";
import { ActionLanes } from "./action-lanes";
import { outcomeWords, rowNames } from "./action-words";
import styles from "./order.module.css";
import { type Running, useActionsRun } from "./use-actions-run";
import { moved } from "./use-reorder";

const { order: words } = WORDS;

/**
 * Actions on a real store, and what both stores hold after each. The learner puts them in an order of their own and runs them;
 * with `answers` they run as the question has them, beside what the learner said.
 */
export function Order({ directive }: DirectiveProps) {
  const { scenario = "", answers } = directive.attributes;
  return (
    <section className={styles.order}>
      {directive.label.length > 0 && (
        <h2 className={styles.label}>
          <Inlines inlines={directive.label} />
        </h2>
      )}
      {answers === undefined ? <OwnOrder name={scenario} /> : <AskedOrder question={answers} />}
    </section>
  );
}

/** The actions of a question, in the order in which it tells of them. */
function AskedOrder({ question: name }: { readonly question: string }) {
  const lesson = useLesson();
  const { scenario, slice, actions, yoursUs } = useMemo(() => askedActions(lesson, name), [lesson, name]);
  const { state, run } = useActionsRun(scenario);
  const runAll = () => void run(actions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once, when it is first shown
  useEffect(runAll, []);
  return (
    <>
      <ActionLanes slice={slice} actions={actions} run={runOf(state)} yoursUs={yoursUs} />
      <RunState state={state} slice={slice} onRetry={runAll} />
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
        {actions !== scenario.actions && (
          <Button variant="link" onClick={() => reorder(scenario.actions ?? NO_ACTIONS)}>
            {words.startOver}
          </Button>
        )}
      </div>
      <RunState state={state} slice={slice} onRetry={() => void runAll()} />
      <Finds found={found} />
    </>
  );
}

const NO_ACTIONS: readonly ScenarioAction[] = [];

/** What came of the look-up, or of the run. */
function RunState({
  state,
  slice,
  onRetry,
}: {
  readonly state: Running;
  readonly slice: EntitySlice;
  readonly onRetry: () => void;
}) {
  const outcome = state.kind === "done" ? outcomeOf(state.run) : null;
  const [join] = slice.joins;
  return (
    <div className={styles.state} aria-live="polite">
      {state.kind === "running" && <LoadingLine>{words.running}</LoadingLine>}
      {state.kind === "failed" && (
        <Notice
          kind="error"
          title={words.failed}
          actions={
            <Button variant="link" onClick={onRetry}>
              {words.tryAgain}
            </Button>
          }
        >
          {state.error.message}
        </Notice>
      )}
      {outcome !== null && join !== undefined && (
        <p className={styles.outcome} data-outcome={outcome.kind}>
          {outcomeWords(outcome, rowNames(join))}
        </p>
      )}
    </div>
  );
}

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
            <span className={styles.hidden}>: {found.includes(find) ? words.found : words.notFound}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function runOf(state: Running): ActionsRun | null {
  return state.kind === "done" ? state.run : null;
}

interface AskedActions {
  readonly scenario: Scenario;
  readonly slice: EntitySlice;
  readonly actions: readonly ScenarioAction[];
  /** The event time of the row that the learner chose; `null` where they have not, or chose none. */
  readonly yoursUs: bigint | null;
}

function askedActions(handle: LessonHandle, name: string): AskedActions {
  const asked = handle.ask(name);
  const { question, variant, slice, options } = asked;
  const scenario = withRowsSet(
    lessonScenario(handle.lesson, question.scenario),
    variantEdits(question, variant),
  );
  const chosen = options.find(({ id }) => id === handle.answerTo(asked)?.option);
  const join = slice.joins[question.join];
  const position = chosen?.kind === "row" ? (join?.rows.indexOf(chosen.row) ?? -1) : -1;
  const yoursUs = join?.eventTimesUs[position] ?? null;
  return { scenario, slice, actions: scenario.actions ?? NO_ACTIONS, yoursUs };
}
