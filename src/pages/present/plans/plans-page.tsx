import { useEffect, useState } from "react";
import { type Plan, planMinutes } from "../../../present/plan";
import { loadReadyPlan, READY_PLANS } from "../../../present/ready-plans";
import { embeddedPlan, PLAN_IN_FILE } from "../../../state/present/embedded-plan";
import { myPlansStore } from "../../../state/present/my-plans";
import { beginPlan, openPlan } from "../../../state/present/use-step";
import { ALL_PLANS } from "../../../state/route/url";
import { useAppHandle, usePageHref, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Messages, PageFrame } from "../../../views/frame/page-frame";
import { TakeAwayButton } from "../../../views/take-away/take-away";
import { HowToPresent } from "./how-to-present";
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
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <MyPlansNotices />
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
                <PlanRow key={plan.name} name={plan.name} plan={plan} isOwn />
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

function PlanList({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
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
