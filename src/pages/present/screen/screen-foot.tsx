import { useEffect, useState } from "react";
import type { Act } from "../../../present/frames";
import type { PlanStep } from "../../../present/plan";
import { timerText } from "../../../present/session/timer";
import { talkMinutes } from "../../../present/talk-time";
import { sizeWords } from "../../../present/votes/vote-words";
import { type StepVotes, sessionStore } from "../../../state/present/session-store";
import { resetStepEdits } from "../../../state/present/step-edits";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import type { CurrentScreen } from "../use-plan";
import { actName, voteName } from "./act-words";
import styles from "./screen.module.css";

/** Under the picture, small: where we are, and what the vote says. */
export function ScreenFoot({
  screen: { frame, number, step },
  total,
  hasControls,
}: {
  readonly screen: CurrentScreen;
  readonly total: number;
  readonly hasControls: boolean;
}) {
  const app = useAppHandle();
  const isChanged = usePart(sessionStore, (session) => session.edits[frame.key] !== undefined);
  const votes = usePart(sessionStore, (session) => session.votes[frame.key]);
  const talk = talkMinutes(step.step);
  const name = actName(frame.act, votesOf(step.step));
  return (
    <footer className={styles.foot}>
      <span>
        {number + 1} of {total}
        {name !== "" && ` · ${name}`}
      </span>
      {isChanged && frame.act.kind === "sentence" && hasControls && (
        <span>
          changed:{" "}
          <Button variant="link" onClick={() => resetStepEdits(app, frame.key)}>
            start over
          </Button>
        </span>
      )}
      {frame.act.kind === "talk" && talk > 0 ? (
        <Countdown minutes={talk} />
      ) : (
        <span>{voteWords(frame.act, votesOf(step.step), votes)}</span>
      )}
    </footer>
  );
}

/** How often a step lets the class vote. */
export function votesOf(step: PlanStep): 0 | 1 | 2 {
  return step.kind === "words" ? 0 : (step.votes ?? 0);
}

/** What there is to say of a vote: how many have answered. */
function voteWords(act: Act, votes: 0 | 1 | 2, { first, second }: StepVotes = { first: null, second: null }) {
  if (act.kind !== "vote" && act.kind !== "counted" && act.kind !== "both_votes") return "";
  const round = act.kind === "vote" ? act.round : act.kind === "counted" ? 1 : 2;
  const ballot = round === 1 ? first : second;
  const name = act.kind === "both_votes" ? "" : voteName(round, votes);
  if (ballot === null) return act.kind === "vote" ? "vote with your card or your hand" : name;
  return `${name === "" ? "second vote" : name} · ${sizeWords(ballot)}`;
}

const TICK_MS = 1000;

/** How long there still is, from when it came on the screen; it stops at nothing. */
function Countdown({ minutes }: { readonly minutes: number }) {
  const [end] = useState(() => Date.now() + minutes * 60_000);
  const [now, setNow] = useState(() => Date.now());
  const isOver = now >= end;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  // Whole seconds, so that it begins with all of them.
  const leftMs = Math.ceil(Math.max(0, end - now) / TICK_MS) * TICK_MS;
  return <span role="timer">{timerText(leftMs)}</span>;
}
