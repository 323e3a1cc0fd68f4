import { type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { Plan, PlanStep } from "../../../present/plan";
import { MOST_STEPS } from "../../../present/plan-limits";
import { withStepPut } from "../../../present/put-step";
import { stepKeys } from "../../../present/step-keys";
import { editPlan } from "../../../state/present/edit-plan";
import { preparePlan, removeStep } from "../../../state/present/my-plans";
import type { OpenPlan } from "../../../state/present/plan-store";
import { openPlan } from "../../../state/present/use-step";
import { ALL_CASES, ALL_LESSONS, START } from "../../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { onReorderKey } from "../../../ui/reorder/reorder-controls";
import { moved, useReorder } from "../../../ui/reorder/use-reorder";
import styles from "./plan-page.module.css";
import { StepRow } from "./step-row";

const NEW_SENTENCE: PlanStep = {
  kind: "words",
  minutes: 1,
  text: "Look left. Take the last that was known.",
};

/** What another part of the page asks of the steps. */
export interface PlanStepsHandle {
  /** The step that comes next takes the focus, once it is there: at this place, from 0. */
  readonly focusNext: (at: number) => void;
}

/** Where there is more to be shown. */
const SOURCES = [
  { words: "Add a question", href: ALL_LESSONS },
  { words: "Add a case", href: ALL_CASES },
  { words: "Add a row", href: { ...START, stage: "train" } },
] as const;

interface PlanStepsProps {
  readonly ref: Ref<PlanStepsHandle>;
  readonly open: Extract<OpenPlan, { kind: "open" }>;
}

/** The steps of a plan, to be put in order and changed. */
export function PlanSteps({ ref, open }: PlanStepsProps) {
  const app = useAppHandle();
  const planInAddress = useApp((state) => state.route.plan);
  const hrefTo = usePageHref();
  // What is found elsewhere is added to a plan of one's own.
  const makeOwn = () => {
    if (open.from !== "own")
      preparePlan(
        app,
        editPlan(app, open, (plan) => ({ ...plan })),
      );
  };
  const { steps } = open;
  const keys = stepKeys(steps.map(({ step }) => step));
  const list = useRef<HTMLOListElement>(null);
  const [announced, setAnnounced] = useState("");
  const focusNext = useRef<{ readonly at: number; readonly by: 1 | -1 } | null>(null);
  const awaited = useRef<{ readonly at: number; readonly count: number } | null>(null);
  const focusNextAt = (at: number) => {
    awaited.current = { at, count: steps.length + 1 };
  };
  useImperativeHandle(ref, () => ({ focusNext: focusNextAt }));
  // It is there once it is prepared.
  useLayoutEffect(() => {
    const next = awaited.current;
    if (next === null || next.count !== steps.length) return;
    awaited.current = null;
    list.current?.querySelector<HTMLElement>(`[data-step="${next.at + 1}"]`)?.focus();
  });
  const [added, setAdded] = useState<{ readonly at: number; readonly count: number } | null>(null);
  const onAddedSeen = useCallback(() => setAdded(null), []);
  const isFull = steps.length >= MOST_STEPS;
  const edit = (change: (steps: readonly PlanStep[]) => readonly PlanStep[]) =>
    editPlan(app, open, (plan: Plan) => ({ ...plan, steps: [...change(plan.steps)] }));
  const move = (from: number, to: number) => {
    edit((all) => moved(all, from, to));
    setAnnounced(`${steps[from]?.title} is step ${to + 1} of ${steps.length} now.`);
  };
  const { handle, dragged } = useReorder(list, move);
  // The button that was pressed has gone along with its step.
  useLayoutEffect(() => {
    const next = focusNext.current;
    focusNext.current = null;
    if (next === null) return;
    const item = list.current?.children[next.at];
    item?.querySelector<HTMLElement>(`[data-by="${next.by}"]`)?.focus();
  });
  const step = (at: number, by: 1 | -1) => {
    if (steps[at + by] === undefined) return;
    focusNext.current = { at: at + by, by };
    move(at, at + by);
  };
  const remove = (at: number) => {
    // What is taken out of a plan that is not one's own is missing in the copy, which can take it back.
    const name = open.from === "own" ? open.plan.name : editPlan(app, open, (plan) => ({ ...plan }));
    removeStep(app, name, at);
  };
  return (
    <>
      {steps.length === 0 && (
        <p className={styles.none}>
          There are no steps yet. Open a lesson, a case or Train, press “Teach with this”, and then “Add to my
          plan”.
        </p>
      )}
      <ol ref={list} className={styles.steps} aria-label="Steps">
        {steps.map((prepared, at) => (
          <StepRow
            key={keys[at]}
            open={open}
            prepared={prepared}
            at={at}
            dragged={dragged?.from === at ? dragged.byPx : null}
            drop={
              dragged !== null && dragged.to === at && dragged.from !== at
                ? dragged.to < dragged.from
                  ? "before"
                  : "after"
                : null
            }
            handle={handle(at)}
            onStep={(by) => step(at, by)}
            onKeyDown={(event) => onReorderKey(event, (by) => step(at, by))}
            onChange={(change) => edit((all) => all.with(at, change(prepared.step)))}
            onPresent={() => openPlan(app, planInAddress ?? open.plan.name, "projector", at + 1)}
            onDuplicate={() => {
              focusNextAt(at + 1);
              edit((all) => all.toSpliced(at, 0, prepared.step));
            }}
            onRemove={() => remove(at)}
            isAdded={added?.at === at && added.count === steps.length}
            onAddedSeen={onAddedSeen}
          />
        ))}
      </ol>
      <p className={styles.add}>
        <Button
          disabled={isFull}
          onClick={() => {
            const before = steps.map(({ step }) => step);
            const after = withStepPut(before, NEW_SENTENCE);
            const at = after.findIndex((one, i) => one !== before[i]);
            setAdded({ at: at === -1 ? before.length : at, count: after.length });
            edit((all) => withStepPut(all, NEW_SENTENCE));
          }}
        >
          Add a sentence
        </Button>
        {SOURCES.map(({ words, href }) => (
          <a key={words} href={hrefTo(href)} onClick={makeOwn}>
            {words}
          </a>
        ))}
        <span>
          {isFull
            ? `A plan has ${MOST_STEPS} steps at most.`
            : "There, “Teach with this” has “Add to my plan”, which leads back here."}
        </span>
      </p>
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
    </>
  );
}
