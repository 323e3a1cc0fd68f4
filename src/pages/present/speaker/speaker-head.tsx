import { useEffect, useState } from "react";
import { loadReadyPlan, READY_PLANS, type ReadyPlanName } from "../../../present/ready-plans";
import { matchingStep } from "../../../present/session/matching-step";
import { isStarted, passedBy, paused, STOPPED, started, timerText } from "../../../present/session/timer";
import { goOnWithPlan } from "../../../state/present/class-windows";
import type { OpenPlan } from "../../../state/present/plan-store";
import { changeTimer, sessionStore } from "../../../state/present/session-store";
import { tellFailure } from "../../../state/tell-failure";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Dialog } from "../../../ui/dialog";
import type { CurrentScreen } from "../use-plan";
import { PlanAxis } from "./plan-axis";
import styles from "./speaker-head.module.css";

/** How many minutes each ready plan takes. A test of the plans holds them so. */
const MINUTES: Readonly<Record<ReadyPlanName, number>> = { ten: 10, twenty: 20, fifty: 50 };

const PLAN_OPTIONS = READY_PLANS.map((value, i) => ({
  value,
  label: i === READY_PLANS.length - 1 ? `${MINUTES[value]} min` : String(MINUTES[value]),
}));

export interface SpeakerHeadProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
  readonly screen: CurrentScreen;
}

/** The time, how long the class has gone on, where it is in its plan, and which plan that is. */
export function SpeakerHead({ open, screen }: SpeakerHeadProps) {
  const nowMs = useNow();
  const timer = usePart(sessionStore, (session) => session.timer);
  const passedMs = passedBy(timer, nowMs);
  const minutes = open.steps.reduce((sum, { step }) => sum + step.minutes, 0);
  return (
    <header className={styles.head}>
      <time className={styles.clock}>{clockText(nowMs)}</time>
      <div className={styles.timer}>
        <p>
          <b role="timer" aria-label="Time passed">
            {timerText(passedMs)}
          </b>{" "}
          of {minutes} min
        </p>
        <TimerButtons nowMs={nowMs} />
      </div>
      <PlanAxis open={open} screen={screen} passedMs={isStarted(timer) ? passedMs : null} />
      <PlanChoice screen={screen} />
    </header>
  );
}

function TimerButtons({ nowMs }: { readonly nowMs: number }) {
  const app = useAppHandle();
  const timer = usePart(sessionStore, (session) => session.timer);
  if (!isStarted(timer))
    return (
      <p className={styles.timerButtons}>
        <Button variant="link" onClick={() => changeTimer(app, started, nowMs)}>
          start
        </Button>{" "}
        or press on
      </p>
    );
  return (
    <p className={styles.timerButtons}>
      {timer.runsSinceMs === null ? (
        <Button variant="link" onClick={() => changeTimer(app, started, nowMs)}>
          go on
        </Button>
      ) : (
        <Button variant="link" onClick={() => changeTimer(app, paused, nowMs)}>
          pause
        </Button>
      )}
      <Button variant="link" onClick={() => changeTimer(app, () => STOPPED, nowMs)}>
        reset
      </Button>
    </p>
  );
}

/** The ready plans, to go on with another one at the same question. */
function PlanChoice({ screen }: { readonly screen: CurrentScreen }) {
  const app = useAppHandle();
  const name = useApp((state) => state.route.plan);
  const current = READY_PLANS.find((one) => one === name);
  const [asksFor, setAsksFor] = useState<ReadyPlanName | null>(null);
  if (current === undefined) return null;
  const goOn = (to: ReadyPlanName) => {
    setAsksFor(null);
    tellFailure(
      app,
      loadReadyPlan(to).then((plan) =>
        goOnWithPlan(app, to, matchingStep(screen.step.step, plan.steps) ?? 0),
      ),
      "The other plan was not opened.",
    );
  };
  const choose = (to: ReadyPlanName) => {
    const { votes, edits } = app.part(sessionStore).getState();
    const isLeft = Object.keys(votes).length > 0 || Object.keys(edits).length > 0;
    if (isLeft) setAsksFor(to);
    else goOn(to);
  };
  return (
    <div className={styles.plans}>
      <SegmentedChoice
        label="Plan"
        labelPlace="unseen"
        variant="switch"
        options={PLAN_OPTIONS}
        value={current}
        onChange={choose}
      />
      <Dialog
        open={asksFor !== null}
        onClose={() => setAsksFor(null)}
        title={`Go on with ${asksFor && MINUTES[asksFor]} minutes?`}
        actions={
          <>
            <Button variant="primary" onClick={() => asksFor && goOn(asksFor)}>
              Go on with it
            </Button>
            <Button onClick={() => setAsksFor(null)}>Stay</Button>
          </>
        }
      >
        <p>The votes of this class, and what you have moved, belong to this plan and are left behind.</p>
      </Dialog>
    </div>
  );
}

/** The time of day here, as a wall clock shows it. */
function clockText(ms: number): string {
  const now = new Date(ms);
  return [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, "0")).join(":");
}

/** The time now, milliseconds since 1970, anew with every second. */
function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    // More often than it is shown: a browser that is late once must not leave a second out.
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
