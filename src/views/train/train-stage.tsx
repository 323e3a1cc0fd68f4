import { hrefOf } from "../../state/address/navigate";
import { START } from "../../state/address/place";
import { shownValue } from "../../state/answer";
import { useAppStore } from "../../state/app-store";
import { resetEdits } from "../../state/editing";
import { viewInSight } from "../../state/follow-answers";
import type { Training } from "../../state/training/training";
import { useHidden } from "../../state/use-hidden";
import { Button } from "../../ui/controls/button";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import type { ViewSummary } from "../../worker/answers";
import { useFollowSaid } from "./pointed/said";
import { OpenSteps } from "./steps/open-steps";
import { shownColumn } from "./steps/shown-column";
import { stepInSight } from "./steps/step-in-sight";
import { TrainingTable } from "./table/training-table";

/** The Train stage: how one training row is made, step by step, over the table of all of them. */
export function TrainStage() {
  const view = useAppStore(viewInSight);
  const answer = useAppStore((state) => state.training);
  const failedSlice = useAppStore((state) => (state.slice.status === "failed" ? state.slice.error : null));
  const training = shownValue(answer);
  const isHidden = useHidden();
  const hasEdits = useAppStore((state) => state.place.edits.length > 0);
  useFollowSaid();
  if (view === null) return <NoView />;
  if (answer.status === "failed") return <Failed error={answer.error} />;
  if (training === null || training.viewName !== view.definition.name)
    return <LoadingLine>Joining …</LoadingLine>;
  if (training.numRows === 0) {
    return (
      <EmptyState size="page" headline={`${view.definition.labelFg} has no rows to predict for.`}>
        Bring rows for it in <a href={hrefOf({ ...START, group: view.definition.labelFg }, START)}>Data</a>,
        or choose another spine in <a href={hrefOf({ ...START, stage: "view" }, START)}>View</a>.
        {hasEdits && (
          <>
            {" "}
            Or were they there before your edits?{" "}
            <Button variant="link" onClick={resetEdits}>
              Reset to the data as loaded
            </Button>
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      {failedSlice && <Failed error={failedSlice} />}
      <Steps view={view} training={training} />
      {!isHidden("table") && (
        <OpenTable view={view} training={training} isUpdating={answer.status === "waiting"} />
      )}
    </>
  );
}

interface PartProps {
  readonly view: ViewSummary;
  readonly training: Training;
}

function Steps({ view, training }: PartProps) {
  const step = useAppStore(stepInSight);
  if (view.definition.joins.length === 0) {
    return (
      <EmptyState headline="Nothing is joined yet, so nothing has to be chosen.">
        Join a feature group in{" "}
        <a href={hrefOf({ ...START, stage: "view", view: view.definition.name }, START)}>View</a>, and see
        here how each row finds its features.
      </EmptyState>
    );
  }
  if (step === null) return <LoadingLine>Looking the entity up …</LoadingLine>;
  return <OpenSteps step={step} training={training} />;
}

function OpenTable({ view, training, isUpdating }: PartProps & { readonly isUpdating: boolean }) {
  const step = useAppStore(stepInSight);
  const column = useAppStore((state) => state.place.column);
  const at = step?.coordinate ?? { spineRow: training.spineIndex[0] ?? 0, join: 0, phase: START.phase };
  const shown = step === null ? undefined : shownColumn(step.slice, at.join, column);
  return (
    <TrainingTable
      training={training}
      slice={step?.slice ?? null}
      labelFg={view.definition.labelFg}
      at={at}
      column={shown ?? null}
      isUpdating={isUpdating}
    />
  );
}

function NoView() {
  return (
    <EmptyState size="page" headline="There is nothing to train on yet.">
      First say what you want to predict, in <a href={hrefOf({ ...START, stage: "view" }, START)}>View</a>, or
      start from a sample in <a href={hrefOf(START, START)}>Data</a>.
    </EmptyState>
  );
}

function Failed({ error }: { readonly error: Error }) {
  return (
    <Notice kind="error" title="This could not be joined.">
      {error.message}
    </Notice>
  );
}
