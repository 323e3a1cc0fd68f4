import { useEffect, useState } from "react";
import type { Act } from "../../../present/frames";
import { votesOf } from "../../../present/plan";
import { timerText } from "../../../present/session/timer";
import { talkMinutes } from "../../../present/talk-time";
import { tallyOf } from "../../../present/votes/tally";
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
  const talkSince = usePart(sessionStore, ({ talk }) => (talk?.step === frame.key ? talk.sinceMs : null));
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
        hasControls ? (
          <Countdown minutes={talk} sinceMs={talkSince} />
        ) : (
          <span>{timerText(talk * 60_000)}</span>
        )
      ) : (
        <span>{voteWords(frame.act, votesOf(step.step), votes)}</span>
      )}
    </footer>
  );
}

/** What there is to say of a vote: how many have answered. */
function voteWords(act: Act, votes: 0 | 1 | 2, { first, second }: StepVotes = { first: null, second: null }) {
  if (act.kind !== "vote" && act.kind !== "counted" && act.kind !== "both_votes") return "";
  if (act.kind === "vote") {
    const ballot = act.round === 1 ? first : second;
    if (ballot === null) return "vote with your card or your hand";
    return `${voteName(act.round, votes)} · ${sizeWords(ballot)}`;
  }
  // What is shown: of two votes the second, beside the first where that is noted as well.
  const hasSecond = act.kind === "both_votes" && tallyOf(second) !== null;
  const ballot = hasSecond ? second : first;
  return tallyOf(ballot) === null ? "" : `${voteName(hasSecond ? 2 : 1, votes)} · ${sizeWords(ballot)}`;
}

const TICK_MS = 1000;

/** How long there still is of the time that neighbours have; it stops at nothing. */
function Countdown({ minutes, sinceMs }: { readonly minutes: number; readonly sinceMs: number | null }) {
  // Who comes here by an address has begun no talk.
  const [openedMs] = useState(Date.now);
  const [now, setNow] = useState(Date.now);
  const end = (sinceMs ?? openedMs) + minutes * 60_000;
  const isOver = now >= end;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  // Whole seconds, so that it begins with all of them.
  const leftMs = Math.ceil(Math.max(0, Math.min(end - now, minutes * 60_000)) / TICK_MS) * TICK_MS;
  return <span role="timer">{timerText(leftMs)}</span>;
}
