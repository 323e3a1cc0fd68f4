import { type Ref, useEffect } from "react";
import type { Asked } from "../../../learn/questions/ask";
import { rowOfOption } from "../../../learn/questions/option";
import { type ActionsRun, outcomeOf } from "../../../learn/serving/actions-run";
import { WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import type { ScenarioAction } from "../../../scenario/scenario";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { outcomeWords, rowNames } from "../../../views/store-actions/action-words";
import { ActionLanes } from "./action-lanes";
import styles from "./order.module.css";
import { type Running, useActionsRun } from "./use-actions-run";

const { order: words } = WORDS;
const NO_ACTIONS: readonly ScenarioAction[] = [];

export interface ServedRunProps {
  readonly asked: Asked;
  /** The id of the learner's option; `null` where they gave none. */
  readonly option: string | null;
}

/** The actions of a question, done on a real store as soon as they are shown, with the learner's row in the look-up. */
export function ServedRun({ asked, option }: ServedRunProps) {
  const { scenario, slice, at } = asked;
  const { actions = NO_ACTIONS } = scenario;
  const { state, run } = useActionsRun(scenario);
  const runAll = () => void run(actions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once, when it is first shown
  useEffect(runAll, []);
  const join = slice.joins[at.join];
  const row = rowOfOption(asked, option);
  const position = row === null ? -1 : (join?.rows.indexOf(row) ?? -1);
  return (
    <div className={styles.order}>
      <ActionLanes
        slice={slice}
        actions={actions}
        run={runOf(state)}
        yoursUs={join?.eventTimesUs[position] ?? null}
      />
      <RunState state={state} slice={slice} onRetry={runAll} />
    </div>
  );
}

/** The run where it is done. */
export function runOf(state: Running): ActionsRun | null {
  return state.kind === "done" ? state.run : null;
}

/** What came of the look-up, or of the run. */
export function RunState({
  state,
  slice,
  onRetry,
  ref,
}: {
  readonly state: Running;
  readonly slice: EntitySlice;
  readonly onRetry: () => void;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const outcome = state.kind === "done" ? outcomeOf(state.run) : null;
  return (
    <div ref={ref} className={styles.state} aria-live="polite">
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
      {outcome !== null && (
        <p className={styles.outcome} data-outcome={outcome.kind}>
          {outcomeWords(outcome, rowNames(slice))}
        </p>
      )}
    </div>
  );
}
