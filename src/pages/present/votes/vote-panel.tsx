import { votesOf } from "../../../present/plan";
import { lettersOf } from "../../../present/votes/advice";
import { type Round, roundOf } from "../../../present/votes/round";
import { tallyOf } from "../../../present/votes/tally";
import { voteAgain } from "../../../state/present/go-to-frame";
import { sessionStore } from "../../../state/present/session-store";
import { NO_VOTES } from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { ExpectedAnswers } from "../speaker/expected-answers";
import type { CurrentScreen } from "../use-plan";
import { namedAnswers } from "./named-answers";
import { VoteAdvice } from "./vote-advice";
import { VoteInput } from "./vote-input";
import styles from "./vote-panel.module.css";

/**
 * The votes of a step, for the speaker: takes what hands say, says how many have answered, what is usually best then, and
 * which belief stands behind each answer. It has something to say at every act of a step that asks something.
 */
export function VotePanel({ screen }: { readonly screen: CurrentScreen }) {
  const app = useAppHandle();
  const { frame, step } = screen;
  const { first, second } = usePart(sessionStore, (session) => session.votes[frame.key] ?? NO_VOTES);
  if (step.asked === null) return null;
  const now = roundOf(frame.act);
  const { round, isOpen }: Round = now ?? { round: second === null ? 1 : 2, isOpen: false };
  const letters = lettersOf(namedAnswers(step));
  const ballot = round === 1 ? first : second;
  const tally = isOpen ? null : tallyOf(ballot, letters);
  return (
    <section className={styles.panel} aria-label="Votes" data-remote-keys>
      {now !== null && (
        <VoteInput
          key={`${frame.key} ${round} ${isOpen}`}
          step={step}
          place={{ step: frame.key, round }}
          ballot={ballot}
          isOpen={isOpen}
        />
      )}
      {tally !== null && (
        <VoteAdvice
          step={step}
          tally={tally}
          round={round}
          first={round === 2 ? tallyOf(first, letters) : null}
          onVoteAgain={
            frame.act.kind === "counted" && votesOf(step.step) === 1 ? () => voteAgain(app, frame) : null
          }
        />
      )}
      <ExpectedAnswers step={step} tally={tally} />
    </section>
  );
}
