import { useState } from "react";
import { roundOf } from "../../../present/votes/round";
import { sessionStore } from "../../../state/present/session-store";
import { ballotAt, kindOfVote, type VotePlace } from "../../../state/present/votes";
import { usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { useScopeKeys } from "../../../ui/keys/key-scope";
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
  return <Strip screen={screen} place={{ step: screen.frame.key, round: now.round }} />;
}

function Strip({ screen, place }: { readonly screen: CurrentScreen; readonly place: VotePlace }) {
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
      <VoteKinds place={place} kinds={["hands", "shares"]} />
      <HandsFields
        key={kind}
        place={place}
        answers={namedAnswers(screen.step)}
        ballot={ballot}
        kind={kind === "shares" ? "shares" : "hands"}
        onDone={() => setShown(false)}
        standsAlone
      />
    </div>
  );
}
