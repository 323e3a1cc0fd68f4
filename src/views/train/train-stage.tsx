import { lazy, type Ref, Suspense, useCallback, useRef } from "react";
import { resetEdits } from "../../state/editing";
import { isCopied } from "../../state/own-copy";
import { latestData } from "../../state/query";
import { START } from "../../state/route/url";
import type { Training } from "../../state/training";
import { currentView, isTrainingUpdating } from "../../state/training-queries";
import { useApp, useAppHandle, useHidden, useHref, useSelector } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import { loadPart } from "../../worker/missing-part";
import type { ViewSummary } from "../../worker/results";
import { Findings } from "./findings/findings";
import { LeaveFullView } from "./full-view";
import { currentStep, shownColumn } from "./steps/current-step";
import { OpenSteps } from "./steps/open-steps";
import { TrainingTable, type TrainingTableHandle } from "./table/training-table";
import { TrainTools } from "./tools/train-tools";
import styles from "./train-stage.module.css";

const WhyEmptyPage = lazy(async () => ({
  default: (await loadPart(() => import("./why-empty/why-empty-page"))).WhyEmptyPage,
}));

/** The Train stage: how one training row is made, step by step, and the table of all of them, on one screen. */
export function TrainStage() {
  const app = useAppHandle();
  const table = useRef<TrainingTableHandle>(null);
  const writtenCell = useCallback(() => table.current?.writtenCell() ?? null, []);
  const hrefTo = useHref();
  const view = useApp(currentView);
  const query = useApp((state) => state.training);
  const failedSlice = useApp((state) => (state.slice.status === "failed" ? state.slice.error : null));
  const isFull = useApp((state) => state.route.full);
  const isWhyShown = useApp((state) => state.route.empty);
  const training = latestData(query);
  const isHidden = useHidden();
  const isCopy = useApp(isCopied);
  const hasEdits = useApp((state) => state.document.edits.length > 0);
  if (view === null) return <NoView />;
  if (query.status === "failed") return <Failed error={query.error} />;
  if (training === null || training.viewName !== view.definition.name)
    return <LoadingLine>Joining …</LoadingLine>;
  if (training.numRows === 0) {
    return (
      <EmptyState size="page" headline={`${view.definition.labelFg} has no rows to predict for.`}>
        Bring rows for it in <a href={hrefTo({ ...START, group: view.definition.labelFg }, START)}>Data</a>,
        or choose another spine in <a href={hrefTo({ ...START, stage: "view" }, START)}>View</a>.
        {hasEdits && (
          <>
            {" "}
            Or were they there before your edits?{" "}
            <Button variant="link" onClick={() => resetEdits(app)}>
              {isCopy ? "start over" : "Reset to the data as loaded"}
            </Button>
          </>
        )}
      </EmptyState>
    );
  }
  if (isWhyShown)
    return (
      <Suspense fallback={<LoadingLine>Opening the page …</LoadingLine>}>
        <WhyEmptyPage />
      </Suspense>
    );
  return (
    <>
      <div className={styles.screen} data-full={isFull || undefined}>
        {failedSlice && <Failed error={failedSlice} />}
        <Steps view={view} training={training} writtenCell={writtenCell} />
        {!isHidden("table") && <OpenTable ref={table} view={view} training={training} />}
        {isFull && <LeaveFullView />}
      </div>
      {!isFull && !isHidden("table") && <OpenFindings training={training} />}
    </>
  );
}

interface PartProps {
  readonly view: ViewSummary;
  readonly training: Training;
}

interface StepsProps extends PartProps {
  readonly writtenCell: () => Element | null;
}

function Steps({ view, training, writtenCell }: StepsProps) {
  const hrefTo = useHref();
  const step = useSelector(currentStep);
  if (view.definition.joins.length === 0) {
    return (
      <EmptyState headline="Nothing is joined yet, so nothing has to be chosen.">
        Join a feature group in{" "}
        <a href={hrefTo({ ...START, stage: "view", view: view.definition.name }, START)}>View</a>, and see
        here how each row finds its features.
      </EmptyState>
    );
  }
  if (step === null) return <LoadingLine>Looking the entity up …</LoadingLine>;
  return <OpenSteps step={step} training={training} tools={<TrainTools />} writtenCell={writtenCell} />;
}

function OpenTable({ view, training, ref }: PartProps & { readonly ref: Ref<TrainingTableHandle> }) {
  const isUpdating = useApp(isTrainingUpdating);
  const step = useSelector(currentStep);
  const column = useApp((state) => state.route.column);
  const at = step?.coordinate ?? { spineRow: training.spineIndex[0] ?? 0, join: 0, phase: START.phase };
  const shown = step === null ? undefined : shownColumn(step.slice, at.join, column);
  return (
    <TrainingTable
      ref={ref}
      training={training}
      slice={step?.slice ?? null}
      view={view}
      at={at}
      column={shown ?? null}
      isUpdating={isUpdating}
    />
  );
}

function OpenFindings({ training }: Pick<PartProps, "training">) {
  const step = useSelector(currentStep);
  const current = step === null ? 0 : (training.trainingRowOf(step.coordinate.spineRow) ?? 0);
  return <Findings training={training} current={current} />;
}

function NoView() {
  const hrefTo = useHref();
  return (
    <EmptyState size="page" headline="There is nothing to train on yet.">
      First say what you want to predict, in <a href={hrefTo({ ...START, stage: "view" }, START)}>View</a>, or
      start from a sample in <a href={hrefTo(START, START)}>Data</a>.
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
