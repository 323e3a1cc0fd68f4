import { useState } from "react";
import { type Ballot, ballotSize } from "../../../present/ballot";
import { CARD_COUNT } from "../../../present/cards/card-codes";
import type { PreparedStep } from "../../../present/prepare-step";
import { lettersOf } from "../../../present/votes/advice";
import { NOBODY_NOTED, noAnswerWords, notSeenWords, sizeWords } from "../../../present/votes/vote-words";
import { sessionStore } from "../../../state/present/session-store";
import {
  clearedVoteStore,
  clearVote,
  isEmpty,
  kindOfVote,
  readCards,
  restoreVote,
  setClassSize,
  type VotePlace,
  voteBy,
} from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { CardCamera } from "../cards/camera/card-camera";
import { HandsFields } from "./hands-fields";
import { namedAnswers } from "./named-answers";
import { NumberField } from "./number-field";
import { VoteKinds } from "./vote-kinds";
import styles from "./vote-panel.module.css";

export interface VoteInputProps {
  readonly step: PreparedStep;
  readonly place: VotePlace;
  readonly ballot: Ballot | null;
  readonly isOpen: boolean;
}

/** How many have answered, and where the answers are taken: while the vote is open, and later where nothing was noted or something is to be changed. */
export function VoteInput({ step, place, ballot, isOpen }: VoteInputProps) {
  const app = useAppHandle();
  const kind = usePart(sessionStore, (session) => kindOfVote(session, place));
  const isNoted = ballot !== null && !isEmpty(ballot);
  // What was cleared is read anew.
  const [clears, setClears] = useState(0);
  const [takes, setTakes] = useState(isOpen || !isNoted);
  return (
    <>
      <div className={styles.head}>
        <Answered step={step} ballot={ballot} kind={kind} isOpen={isOpen} />
        <p className={styles.state}>
          {`${isOpen ? "vote open" : "vote closed"}${kind === "cards" && !isOpen ? ", camera off" : ""}`}
          {!takes && kind !== "cards" && (
            <Button variant="link" onClick={() => setTakes(true)}>
              Change
            </Button>
          )}
          {isNoted && (
            <Button
              variant="link"
              onClick={() => {
                clearVote(app, place);
                setClears(clears + 1);
              }}
            >
              Clear this vote
            </Button>
          )}
          <BroughtBack place={place} />
        </p>
      </div>
      {takes && <VoteKinds place={place} />}
      {takes && kind !== "cards" && (
        <HandsFields place={place} answers={namedAnswers(step)} ballot={ballot} kind={kind} />
      )}
      {kind === "cards" && (
        <CardCamera
          key={clears}
          isOn={isOpen}
          onReadings={(readings) => readCards(app, place, readings)}
          onHands={() => voteBy(app, place, "hands")}
        />
      )}
    </>
  );
}

function Answered(props: {
  readonly step: PreparedStep;
  readonly ballot: Ballot | null;
  readonly kind: Ballot["kind"];
  readonly isOpen: boolean;
}) {
  const { step, ballot, kind, isOpen } = props;
  const app = useAppHandle();
  const classSize = usePart(sessionStore, (session) => session.classSize);
  const [refused, setRefused] = useState("");
  if (kind === "cards") {
    const readings = ballot?.kind === "cards" ? ballot.readings : {};
    const apart = [
      notSeenWords(readings, classSize),
      noAnswerWords(readings, lettersOf(namedAnswers(step))),
    ].filter((words) => words !== "");
    return (
      <p className={styles.answered}>
        <b className={styles.size}>{Object.keys(readings).length}</b> cards seen{" "}
        <span className={styles.muted}>
          of{" "}
          <NumberField
            className={styles.classSize}
            aria-label="How many cards the class has"
            number={classSize ?? 0}
            most={CARD_COUNT}
            onNumber={(size) => setClassSize(app, size === 0 ? null : size)}
            onRefused={setRefused}
          />
        </span>{" "}
        {refused === "" ? (
          <span className={styles.muted}>{apart.join(" · ")}</span>
        ) : (
          <span role="alert">{refused}</span>
        )}
      </p>
    );
  }
  if (ballot === null || isEmpty(ballot))
    return <p className={styles.answered}>{isOpen ? "nothing noted yet" : NOBODY_NOTED}</p>;
  const size = ballotSize(ballot);
  if (size === null) return <p className={styles.answered}>{sizeWords(ballot)}</p>;
  return (
    <p className={styles.answered}>
      <b className={styles.size}>{size}</b> {size === 1 ? "hand" : "hands"}
    </p>
  );
}

function BroughtBack({ place }: { readonly place: VotePlace }) {
  const app = useAppHandle();
  const cleared = usePart(clearedVoteStore, (state) => state.cleared);
  if (cleared === null || cleared.step !== place.step || cleared.round !== place.round) return null;
  return (
    <Button variant="link" onClick={() => restoreVote(app)}>
      Bring back {sizeWords(cleared.ballot)}
    </Button>
  );
}
