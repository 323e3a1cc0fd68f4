import { useEffect, useState } from "react";
import { planMinutes } from "../../../present/plan";
import { editPlan } from "../../../state/present/edit-plan";
import { preparePlan } from "../../../state/present/my-plans";
import type { OpenPlan } from "../../../state/present/plan-store";
import { ALL_PLANS } from "../../../state/route/url";
import { useAppHandle, usePageHref } from "../../../state/use-app";
import { TextInput } from "../../../ui/controls/text-input";
import { Messages, PageFrame } from "../../../views/frame/page-frame";
import { LinkNotReached } from "../../../views/qr/published-form";
import { MinutesInput } from "./minutes-input";
import { lengthWords, minutesWords } from "./minutes-words";
import { MyPlansNotices } from "./my-plans-notices";
import { PlanActions } from "./plan-actions";
import styles from "./plan-page.module.css";
import { PlanSteps } from "./plan-steps";

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
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <MyPlansNotices />
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
        <PlanSteps open={open} />
      </article>
    </PageFrame>
  );
}
