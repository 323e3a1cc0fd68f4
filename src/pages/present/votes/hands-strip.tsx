import { useState } from "react";
import { roundOf } from "../../../present/votes/round";
import { sessionStore } from "../../../state/present/session-store";
import { ballotAt, kindOfVote, readCards, type VotePlace } from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { CardCamera } from "../cards/camera/card-camera";
import type { CurrentScreen } from "../use-plan";
import { HandsFields } from "./hands-fields";
import styles from "./hands-strip.module.css";
import { namedAnswers } from "./named-answers";
import { VoteKinds } from "./vote-kinds";

/**
 * Takes hands on the projector, for those who have no second screen: a key brings it while the class votes, and it goes when
 * the last letter is typed. Give it a `key` of the screen, so that it goes with the next press too.
 */
export function HandsStrip({ screen }: { readonly screen: CurrentScreen }) {
  const now = roundOf(screen.frame.act);
  if (now === null) return null;
  return <Strip screen={screen} place={{ step: screen.frame.key, round: now.round }} isOpen={now.isOpen} />;
}

function Strip(props: {
  readonly screen: CurrentScreen;
  readonly place: VotePlace;
  readonly isOpen: boolean;
}) {
  const { screen, place, isOpen } = props;
  const app = useAppHandle();
  const [isShown, setShown] = useState(false);
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
    <div className={styles.strip} onClick={(event) => event.stopPropagation()}>
      <VoteKinds place={place} />
      {kind === "cards" ? (
        <CardCamera isOn={isOpen} onReadings={(readings) => readCards(app, place, readings)} />
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
