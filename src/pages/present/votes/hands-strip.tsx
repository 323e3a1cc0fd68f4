import { type Ref, useImperativeHandle, useState } from "react";
import { roundOf } from "../../../present/votes/round";
import { sessionStore } from "../../../state/present/session-store";
import { ballotAt, kindOfVote, readCards, type VotePlace, voteBy } from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { CardCamera } from "../cards/camera/card-camera";
import type { CurrentScreen } from "../use-plan";
import { HandsFields } from "./hands-fields";
import styles from "./hands-strip.module.css";
import { namedAnswers } from "./named-answers";
import { VoteKinds } from "./vote-kinds";

/** What can be asked of the strip where a step has a vote. */
export interface HandsHandle {
  readonly show: () => void;
}

export interface HandsStripProps {
  readonly screen: CurrentScreen;
  readonly ref?: Ref<HandsHandle>;
}

/**
 * Takes hands on the projector, for those who have no second screen: a key or a tool brings it while the class votes, and it goes when
 * the last letter is typed. Give it a `key` of the screen, so that it goes with the next press too.
 */
export function HandsStrip({ screen, ref }: HandsStripProps) {
  const now = roundOf(screen.frame.act);
  if (now === null) return null;
  return (
    <Strip
      ref={ref}
      screen={screen}
      place={{ step: screen.frame.key, round: now.round }}
      isOpen={now.isOpen}
    />
  );
}

function Strip(props: {
  readonly ref?: Ref<HandsHandle>;
  readonly screen: CurrentScreen;
  readonly place: VotePlace;
  readonly isOpen: boolean;
}) {
  const { ref, screen, place, isOpen } = props;
  const app = useAppHandle();
  const [isShown, setShown] = useState(false);
  useImperativeHandle(ref, () => ({ show: () => setShown(true) }));
  const ballot = usePart(sessionStore, (session) => ballotAt(session, place));
  const kind = usePart(sessionStore, (session) => kindOfVote(session, place));
  useScopeKeys((event) => {
    if (keyAction("present", event) !== "hands" || isShown) return;
    event.preventDefault();
    setShown(true);
  });
  if (!isShown) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: it only keeps a press from going on
    <div className={styles.strip} data-remote-keys onClick={(event) => event.stopPropagation()}>
      <VoteKinds place={place} />
      {kind === "cards" ? (
        <CardCamera
          isOn={isOpen}
          onReadings={(readings) => readCards(app, place, readings)}
          onHands={() => voteBy(app, place, "hands")}
        />
      ) : (
        <HandsFields
          key={kind}
          place={place}
          answers={namedAnswers(screen.step)}
          ballot={ballot}
          kind={kind}
          onDone={() => setShown(false)}
          standsAlone
        />
      )}
    </div>
  );
}
