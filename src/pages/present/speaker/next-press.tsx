import { frameAfter } from "../../../present/frame-after";
import type { Frame } from "../../../present/frames";
import type { PlanStep } from "../../../present/plan";
import { talkMinutes } from "../../../present/talk-time";
import { goByPresses, goToFrame } from "../../../state/present/go-to-frame";
import type { OpenPlan } from "../../../state/present/plan-store";
import { sessionStore } from "../../../state/present/session-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SmallScreen } from "../screen/small-screen";
import type { CurrentScreen } from "../use-plan";
import styles from "./next-press.module.css";
import { answerAhead, nextWords } from "./next-words";

export interface NextPressProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
  readonly screen: CurrentScreen;
}

/** What the next press brings, as a picture and in words, and the buttons that press. */
export function NextPress({ open: { frames, steps }, screen }: NextPressProps) {
  const app = useAppHandle();
  const votes = usePart(sessionStore, (session) => session.votes);
  const next = frameAfter(frames, screen.number, 1, votes);
  const step = next && steps[next.step];
  const { what, after, button } = nextWords(screen.frame, next, step?.title ?? "");
  const minutes = next && step ? minutesOf(next, step.step) : 0;
  const isAnswerNext = next?.act.kind === "reveal" && next.step === screen.frame.step;
  const answer = isAnswerNext ? null : answerAhead(frames, screen.number);
  return (
    <section className={styles.next} aria-labelledby="speaker-next">
      <h2 id="speaker-next" className={styles.heading}>
        Next press
      </h2>
      <div className={styles.columns}>
        <div className={styles.screen} inert aria-hidden>
          {next && step && (
            <SmallScreen
              key={`${next.step}:${next.press}`}
              screen={{ frame: next, number: frames.indexOf(next), step }}
              total={frames.length}
              isStill
            />
          )}
        </div>
        <div className={styles.words}>
          <p>
            <b>{what}</b>
            {minutes > 0 && `, ${minutes} min`}. {after}
          </p>
          <Button variant="primary" disabled={next === null} onClick={() => goByPresses(app, 1)}>
            {button}
          </Button>
          {answer !== null && <Button onClick={() => goToFrame(app, answer)}>Show the answer now</Button>}
        </div>
      </div>
    </section>
  );
}

/** How long what comes is meant to take, where the plan says so: a whole step, or the talk of neighbours; else 0. */
function minutesOf({ act, press }: Frame, step: PlanStep): number {
  if (press === 0) return step.minutes;
  return act.kind === "talk" ? talkMinutes(step) : 0;
}
