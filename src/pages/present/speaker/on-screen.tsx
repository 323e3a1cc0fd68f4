import { type Ref, useEffect, useRef } from "react";
import type { Act } from "../../../present/frames";
import { votesOf } from "../../../present/plan";
import type { PreparedStep } from "../../../present/prepare-step";
import { goToFrame } from "../../../state/present/go-to-frame";
import type { OpenPlan } from "../../../state/present/plan-store";
import { sessionStore } from "../../../state/present/session-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { entityName } from "../../../timeline/words/nouns";
import { phaseLabel, togetherLabel } from "../../../timeline/words/verdict-words";
import { Button } from "../../../ui/controls/button";
import { actName } from "../screen/act-words";
import type { ScreenHandle } from "../screen/screen-content";
import { SmallScreen } from "../screen/small-screen";
import type { CurrentScreen } from "../use-plan";
import styles from "./on-screen.module.css";

export interface OnScreenProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
  readonly screen: CurrentScreen;
  readonly ref?: Ref<ScreenHandle>;
}

/** What the class sees, small and alive, and the ways to the other acts of the step. */
export function OnScreen({ open, screen, ref }: OnScreenProps) {
  const app = useAppHandle();
  const isBlack = usePart(sessionStore, (session) => session.isBlack);
  const hasCode = usePart(sessionStore, (session) => session.hasCode);
  const total = open.frames.length;
  const { frame, step } = screen;
  const acts = open.frames.filter((other) => other.step === frame.step);
  const name = actWords(step, frame.act);
  const tabs = useRef<HTMLElement>(null);
  const place = `${frame.step} ${frame.press}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another act is the sign to bring its tab into sight
  useEffect(() => {
    if (tabs.current) bringIntoSight(tabs.current);
  }, [place]);
  return (
    <section aria-labelledby="speaker-on-screen">
      <h2 id="speaker-on-screen" className={styles.heading}>
        On the screen{" "}
        <span>
          {screen.number + 1} of {total}
          {name !== "" && ` · ${name}`}
        </span>
      </h2>
      <div className={styles.screen}>
        <SmallScreen ref={ref} screen={screen} total={total} />
        {hasCode && !isBlack && (
          <p className={styles.black}>
            The class sees the QR code.{" "}
            <Button variant="link" onClick={() => app.part(sessionStore).setState({ hasCode: false })}>
              Take it away
            </Button>
          </p>
        )}
        {isBlack && (
          <p className={styles.black}>
            The screen is black.{" "}
            <Button variant="link" onClick={() => app.part(sessionStore).setState({ isBlack: false })}>
              Light it
            </Button>
          </p>
        )}
      </div>
      {acts.length > 1 && (
        <nav ref={tabs} className={styles.acts} aria-label="Acts of this step">
          {acts.map((act) => (
            <button
              key={act.press}
              type="button"
              aria-current={act.press === frame.press ? "step" : undefined}
              onClick={() => goToFrame(app, act)}
            >
              {actWords(step, act.act)}
            </button>
          ))}
        </nav>
      )}
    </section>
  );
}

/** Scrolls to the first tab from which on the current one is seen whole: none is cut at its beginning. Not scrollIntoView, which scrolls the page as well. */
function bringIntoSight(tabs: HTMLElement): void {
  const all = [...tabs.querySelectorAll<HTMLElement>("button")];
  const current = all.find((tab) => tab.ariaCurrent !== null);
  if (current === undefined) return;
  const least = current.offsetLeft + current.offsetWidth - tabs.clientWidth;
  tabs.scrollLeft = all.find((tab) => tab.offsetLeft >= least)?.offsetLeft ?? 0;
}

/** What an act is called among the acts of its step. */
function actWords(step: PreparedStep, act: Act): string {
  if (act.kind !== "sentence") return actName(act, votesOf(step.step));
  const { picture, asked } = step;
  if (picture === null || asked !== null) return "sentence";
  const { slice, at } = picture;
  const join = slice.joins[at.join];
  if (join === undefined) return "sentence";
  return at.together
    ? togetherLabel(slice, act.phase, false)
    : phaseLabel(act.phase, join.rule, entityName(slice, join), false);
}
