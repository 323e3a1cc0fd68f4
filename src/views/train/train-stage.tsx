import { useMemo, useRef } from "react";
import type { EntitySlice } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import type { Edit } from "../../scenario/edits/edit";
import { goTo, hrefOf } from "../../state/address/navigate";
import { START } from "../../state/address/place";
import { shownValue } from "../../state/answer";
import { pointAt, useAppStore } from "../../state/app-store";
import { committedSlice, dropEdit, holdEdit, makeEdit } from "../../state/editing";
import { viewInSight } from "../../state/follow-answers";
import type { Training } from "../../state/training/training";
import { PhaseStrip } from "../../timeline/phase-strip";
import { Player } from "../../timeline/player";
import { StepSentence } from "../../timeline/step-sentence";
import { Timeline } from "../../timeline/timeline";
import { sentence } from "../../timeline/words/sentence";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import type { ViewSummary } from "../../worker/answers";
import { EditBar } from "./edit-bar";
import { editOfHand } from "./edit-of-hand";
import { beatenBy } from "./pointed/beaten";
import { FedLine } from "./pointed/fed-line";
import { type Said, useSaid } from "./pointed/said";
import { useBeatenMarks } from "./pointed/use-beaten-marks";
import { shownColumn } from "./shown-column";
import { goToRow, goToStep, type StepInSight, stepInSight } from "./step-in-sight";
import { TrainingTable } from "./table/training-table";
import styles from "./train-stage.module.css";

/** The Train stage: how one training row is made, step by step, over the table of all of them. */
export function TrainStage() {
  const view = useAppStore(viewInSight);
  const answer = useAppStore((state) => state.training);
  const failedSlice = useAppStore((state) => (state.slice.status === "failed" ? state.slice.error : null));
  const training = shownValue(answer);
  const [said, say] = useSaid();
  if (view === null) return <NoView />;
  if (answer.status === "failed") return <Failed error={answer.error} />;
  if (training === null || training.viewName !== view.definition.name)
    return <LoadingLine>Joining …</LoadingLine>;
  if (training.numRows === 0) {
    return (
      <EmptyState size="page" headline={`${view.definition.labelFg} has no rows to predict for.`}>
        Bring rows for it in <a href={hrefOf({ ...START, group: view.definition.labelFg }, START)}>Data</a>,
        or choose another spine in <a href={hrefOf({ ...START, stage: "view" }, START)}>View</a>.
      </EmptyState>
    );
  }
  return (
    <>
      {failedSlice && <Failed error={failedSlice} />}
      <Steps view={view} training={training} said={said} onSay={say} />
      <OpenTable
        view={view}
        training={training}
        isUpdating={answer.status === "waiting"}
        said={said}
        onSay={say}
      />
    </>
  );
}

interface PartProps {
  readonly training: Training;
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}

function Steps({ view, ...part }: PartProps & { readonly view: ViewSummary }) {
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
  return <OpenSteps step={step} {...part} />;
}

/** While a row is in the hand, the join that would take the latest value whatever the line says: what it leaks lights up. */
function tempting({ joins }: EntitySlice, held: Edit | null): (JoinRule | undefined)[] | undefined {
  if (held === null || held.kind === "rule") return undefined;
  return joins.map(({ fgName, rule }): JoinRule | undefined =>
    fgName === held.group ? { ...rule, direction: "latest", ttlUs: null } : undefined,
  );
}

function OpenSteps({ step, training, said, onSay }: PartProps & { readonly step: StepInSight }) {
  const { slice, coordinate } = step;
  const column = useAppStore((state) => state.place.column);
  const from = useAppStore((state) => state.place.from);
  const to = useAppStore((state) => state.place.to);
  const pointed = useAppStore((state) => state.pointed);
  const picture = useRef<HTMLDivElement>(null);
  const beaten = useMemo(() => beatenBy(slice, pointed), [slice, pointed]);
  useBeatenMarks(picture, pointed?.join ?? null, beaten);
  const shown = shownColumn(slice, coordinate.join, column);
  const columns = useMemo(
    () => slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
    [slice, coordinate.join, shown],
  );
  const held = useAppStore((state) => state.held);
  const asLoaded = useAppStore((state) => shownValue(state.slice));
  const wrong = useMemo(() => tempting(slice, held), [slice, held]);
  const window = useMemo(
    () => (from === null || to === null ? null : { fromUs: from, toUs: to }),
    [from, to],
  );
  const row = { number: (training.trainingRowOf[coordinate.spineRow] ?? 0) + 1, count: training.numRows };
  return (
    <section aria-label="How this row is made" className={styles.steps}>
      <StepSentence parts={sentence(slice, coordinate, shown)} as="h1" linesNarrow={5} />
      <PhaseStrip slice={slice} coordinate={coordinate} onCoordinate={goToStep} />
      <div ref={picture} className={styles.picture}>
        <Timeline
          slice={slice}
          coordinate={coordinate}
          onCoordinate={goToStep}
          columns={columns}
          window={window}
          wrong={wrong}
          origin={asLoaded ?? undefined}
          onWindow={({ fromUs, toUs }) => goTo({ from: Math.round(fromUs), to: Math.round(toUs) }, "replace")}
          highlight={pointed}
          onHover={pointAt}
          onEdit={(hand, isFinal) => {
            // A hand says where it is now: how far it has moved is seen from the slice without what it holds.
            const edit = editOfHand(committedSlice(useAppStore.getState()) ?? slice, hand);
            if (edit !== null) (isFinal ? makeEdit : holdEdit)(edit);
          }}
          onEditCancel={dropEdit}
        />
      </div>
      <EditBar slice={slice} coordinate={coordinate}>
        {said.kind === "mark" && (
          <FedLine
            said={said}
            training={training}
            slice={slice}
            onShow={(shown) => onSay({ ...said, shown })}
          />
        )}
      </EditBar>
      <Player slice={slice} coordinate={coordinate} onCoordinate={goToStep} onRow={goToRow} row={row} />
    </section>
  );
}

function OpenTable({
  view,
  isUpdating,
  ...part
}: PartProps & { readonly view: ViewSummary; readonly isUpdating: boolean }) {
  const step = useAppStore(stepInSight);
  const column = useAppStore((state) => state.place.column);
  const at = step?.coordinate ?? {
    spineRow: part.training.spineIndex[0] ?? 0,
    join: 0,
    phase: "find_entity" as const,
  };
  const shown = step === null ? undefined : shownColumn(step.slice, at.join, column);
  return (
    <TrainingTable
      {...part}
      slice={step?.slice ?? null}
      labelFg={view.definition.labelFg}
      at={{ row: at.spineRow, join: at.join, phase: at.phase, column: shown ?? null }}
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
