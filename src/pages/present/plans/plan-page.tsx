import { useEffect, useRef, useState } from "react";
import { planMinutes } from "../../../present/plan";
import { editPlan } from "../../../state/present/edit-plan";
import { preparePlan, stepInHistory } from "../../../state/present/my-plans";
import type { OpenPlan } from "../../../state/present/plan-store";
import { ALL_PLANS } from "../../../state/route/url";
import { useAppHandle, usePageHref } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { TextInput } from "../../../ui/controls/text-input";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { Messages, PageFrame } from "../../../views/frame/page-frame";
import { LinkNotReached } from "../../../views/qr/published-form";
import { MinutesInput } from "./minutes-input";
import { lengthWords, minutesWords } from "./minutes-words";
import { MyPlansNotices } from "./my-plans-notices";
import { PlanActions } from "./plan-actions";
import styles from "./plan-page.module.css";
import { PlanSteps, type PlanStepsHandle } from "./plan-steps";

export interface PlanPageProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
}

/** One plan, to be prepared: its steps, how long each takes, and what is to be said. */
export function PlanPage({ open }: PlanPageProps) {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  const { plan, from } = open;
  useEffect(() => {
    if (from === "own") preparePlan(app, plan.name);
  }, [app, from, plan.name]);
  const minutes = planMinutes(plan);
  const link = plan.steps.flatMap((step) => (step.kind === "words" ? (step.link ?? []) : []))[0];
  const apart = lengthWords(minutes, plan.length);
  const [isTitleEmpty, setTitleEmpty] = useState(false);
  const steps = useRef<PlanStepsHandle>(null);
  const said = useUndoKeys(plan.name);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <MyPlansNotices onRestored={({ kind, at }) => kind === "step" && steps.current?.focusNext(at)} />
      <article className={styles.page} aria-labelledby="plan-title">
        <a href={hrefTo(ALL_PLANS)} className={styles.back}>
          All plans
        </a>
        <header className={styles.head}>
          <h1 id="plan-title" className="visually-hidden">
            {plan.title}
          </h1>
          <div className={styles.titleField}>
            <TextInput
              label="Title"
              layout="unlabelled"
              aria-label="Title of the plan"
              value={isTitleEmpty ? "" : plan.title}
              maxLength={80}
              onBlur={() => setTitleEmpty(false)}
              onChange={(title) => {
                // A plan without a title could not be found again: what was there comes back.
                setTitleEmpty(title.trim() === "");
                if (title.trim() !== "") editPlan(app, open, (before) => ({ ...before, title }));
              }}
            />
            {from === "ready" && (
              <p className={styles.about}>
                The app brings this plan. What you change becomes a plan of yours.
              </p>
            )}
          </div>
          <p className={styles.sum}>
            <strong>{minutesWords(minutes)}</strong> of{" "}
            <MinutesInput
              label="Length of the class in minutes"
              minutes={plan.length}
              onMinutes={(length) => editPlan(app, open, (before) => ({ ...before, length }))}
            />
            {apart !== null && <span className={styles.apart}>{apart}</span>}
          </p>
          <PlanActions open={open} />
        </header>
        {link !== undefined && <LinkNotReached href={`#${link}`} />}
        <PlanSteps ref={steps} open={open} />
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      </article>
    </PageFrame>
  );
}

/**
 * Lets the keys take back what was changed of a plan, and make it again. A text field that has the focus keeps these keys.
 *
 * @returns What was done, in words, for who does not see it.
 */
function useUndoKeys(plan: string): string {
  const app = useAppHandle();
  const [said, setSaid] = useState("");
  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    if (action === null) return;
    event.preventDefault();
    const isDone = stepInHistory(app, plan, action);
    const words = action === "undo" ? "taken back" : "made again";
    setSaid(isDone ? `The last change is ${words}.` : `There is nothing to be ${words}.`);
  });
  return said;
}
