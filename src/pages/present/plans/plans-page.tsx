import { type ReactNode, useEffect, useState } from "react";
import { type Plan, planMinutes } from "../../../present/plan";
import { loadReadyPlan, READY_PLANS } from "../../../present/ready-plans";
import { embeddedPlan, PLAN_IN_FILE } from "../../../state/present/embedded-plan";
import { myPlansStore } from "../../../state/present/my-plans";
import { beginPlan, openPlan } from "../../../state/present/use-step";
import { ALL_PLANS } from "../../../state/route/url";
import { useApp, useAppHandle, usePageHref, usePart } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Messages, PageFrame } from "../../../views/frame/page-frame";
import { TakeAwayButton } from "../../../views/take-away/take-away";
import { MyPlansNotices } from "./my-plans-notices";
import { OpenPlanFile } from "./open-plan-file";
import { PlanRow } from "./plan-row";
import styles from "./plans-page.module.css";

/** The plans that there are, to be prepared and presented, and what whoever presents should know. */
export function PlansPage() {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  const plans = usePart(myPlansStore, (state) => state.plans);
  const ready = useReadyPlans();
  const [inFile] = useState(embeddedPlan);
  const [restored, setRestored] = useState<Plan | null>(null);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <MyPlansNotices onRestored={({ plan }) => setRestored(typeof plan === "string" ? null : plan)} />
      <div className={styles.page}>
        <div className={styles.columns}>
          <div className={styles.about}>
            <h1 className={styles.headline}>Present</h1>
            <p className={styles.lead}>
              One picture and one sentence at a time, from a clicker, for a hall: the class answers first,
              then sees.
            </p>
            <div className={styles.ways}>
              <Button onClick={() => openPlan(app, beginPlan(app).name, "plan")}>
                Begin a plan of my own
              </Button>
              <OpenPlanFile />
              <a href={hrefTo(ALL_PLANS, { screen: "cards" })}>Cards to print, for votes</a>
              <a href={hrefTo(ALL_PLANS, { screen: "handed-in" })}>What the class has handed in</a>
              <TakeAwayButton />
            </div>
          </div>
          <div className={styles.lists}>
            {inFile?.ok && (
              <PlanList title="In this file">
                <PlanRow name={PLAN_IN_FILE} plan={inFile.plan} />
              </PlanList>
            )}
            <PlanList title="Ready plans">
              {ready.map((plan) => (
                <PlanRow key={plan.name} name={plan.name} plan={plan} />
              ))}
            </PlanList>
            <PlanList title="My plans">
              {plans.map((plan) => (
                <PlanRow
                  key={plan.name}
                  name={plan.name}
                  plan={plan}
                  isOwn
                  takesFocus={plan.name === restored?.name}
                />
              ))}
            </PlanList>
            {plans.length === 0 && (
              <p className={styles.none}>
                None yet. Change a ready plan, and it becomes yours. Or choose “Add to my plan” on a lesson, a
                case or a row in Train.
              </p>
            )}
          </div>
        </div>
        <HowToPresent />
      </div>
    </PageFrame>
  );
}

function PlanList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.plans}>{children}</ul>
    </section>
  );
}

/** The ready plans, as they come: they are small files of their own. */
function useReadyPlans(): readonly Plan[] {
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all(READY_PLANS.map(loadReadyPlan)).then((loaded) => {
      if (!isGone) setPlans([...loaded].sort((a, b) => planMinutes(a) - planMinutes(b)));
    });
    return () => {
      isGone = true;
    };
  }, []);
  return plans;
}

/** What whoever presents should know before the class comes in. */
function HowToPresent() {
  const letterKeys = useApp((state) => state.letterKeys);
  return (
    <section className={styles.how} aria-label="Before the class comes in">
      <section>
        <h2>A remote is enough</h2>
        <p>
          A press goes on: the question, the vote, what is right, and the sentence that says it.{" "}
          <kbd>PageDown</kbd> and <kbd>PageUp</kbd> are what remotes send; <kbd>Space</kbd> and <kbd>←</kbd>{" "}
          do the same.
          {letterKeys && (
            <>
              {" "}
              <kbd>B</kbd> makes the screen black, <kbd>F</kbd> fills it.
            </>
          )}
        </p>
      </section>
      <section>
        <h2>Your own window</h2>
        <p>
          {letterKeys ? <kbd>N</kbd> : "A tool of the projector’s window"} opens it: notes, what comes next,
          the time, and the belief behind each answer. Both windows stay in step. With one screen alone,{" "}
          {letterKeys ? <kbd>M</kbd> : "another tool"} shows the notes on it.
        </p>
      </section>
      <section>
        <h2>Votes without a network</h2>
        <p>
          The class holds up cards that this computer’s camera reads, or hands that you count or guess. Let
          them vote before anybody speaks, then let neighbours talk, and vote again.
        </p>
      </section>
    </section>
  );
}

/** Why there is no plan at this address, and the way on. */
export function PlanProblems({ problems }: { readonly problems: readonly string[] }) {
  const hrefTo = usePageHref();
  return (
    <PageFrame status="nothing leaves this browser">
      <EmptyState
        size="page"
        headline="There is no plan here."
        actions={
          <ButtonLink variant="primary" href={hrefTo(ALL_PLANS)}>
            All plans
          </ButtonLink>
        }
      >
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </EmptyState>
    </PageFrame>
  );
}
