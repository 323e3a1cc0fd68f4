import { useEffect, useState } from "react";
import { votesOf } from "../../../present/plan";
import { classWindows, dismissBlocked, openScreen } from "../../../state/present/class-windows";
import { voteAgain } from "../../../state/present/go-to-frame";
import { sessionStore } from "../../../state/present/session-store";
import { NO_VOTES } from "../../../state/present/votes";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import type { CurrentScreen } from "../use-plan";
import { shownFlow } from "../votes/shown-flow";
import { TALK_AND_VOTE_AGAIN } from "../votes/vote-advice";
import { Notes } from "./notes/notes";
import styles from "./projector-tools.module.css";

/** How long the tools stay after the pointer has moved, milliseconds. */
const SHOWN_MS = 3000;

export interface ProjectorToolsProps {
  readonly screen: CurrentScreen;
  /** Whether the notes are shown, for who has one screen alone. */
  readonly hasNotes: boolean;
  readonly onNotes: () => void;
}

/**
 * What the projector's window offers to whoever presents: on a movement of the pointer the ways to the notes, and where the
 * browser would not open the speaker's window, a link that can. The class reads it as well: nothing of it tells an answer,
 * and it covers neither the answers nor what is said of them.
 */
export function ProjectorTools({ screen, hasNotes, onNotes }: ProjectorToolsProps) {
  const app = useAppHandle();
  const isBlocked = usePart(classWindows, (state) => state.isBlocked);
  const hasSpeaker = usePart(classWindows, ({ others }) => others.has("speaker"));
  const isMoved = usePointerMoved();
  const { frame, step } = screen;
  const votes = usePart(sessionStore, (session) => session.votes[frame.key] ?? NO_VOTES);
  const hasPicture = step.picture !== null && frame.act.kind !== "story";
  const hasFlow = shownFlow(screen, votes) !== null;
  return (
    <>
      {hasNotes && (
        <aside
          className={styles.notes}
          aria-label="Notes"
          data-over={hasPicture ? (hasFlow ? "picture-beside" : "picture") : "words"}
        >
          <Notes step={step} />
        </aside>
      )}
      {isBlocked && !hasSpeaker ? (
        <BlockedLine />
      ) : (
        <p className={styles.tools} data-shown={isMoved || undefined}>
          <Button variant="link" aria-keyshortcuts="n" onClick={() => openScreen(app, "speaker")}>
            Speaker’s window (N)
          </Button>
          <Button variant="link" aria-keyshortcuts="m" onClick={onNotes}>
            {hasNotes ? "Hide the notes (M)" : "Notes here (M)"}
          </Button>
          {asksOnce(screen) && (
            <Button variant="link" onClick={() => voteAgain(app, frame)}>
              {TALK_AND_VOTE_AGAIN}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** Whether the class is voting, or has voted, and its plan has no second vote. */
function asksOnce({ frame: { act }, step }: CurrentScreen): boolean {
  return (act.kind === "vote" || act.kind === "counted") && votesOf(step.step) === 1;
}

/** One line, and no more: what the class looks at stays in sight. */
function BlockedLine() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  return (
    <p className={styles.blocked} role="alert">
      The browser blocked the speaker’s window.{" "}
      <a
        href={hrefTo({ screen: "speaker" }, route)}
        target="_blank"
        rel="noopener opener"
        onClick={() => dismissBlocked(app)}
      >
        Open it by this link
      </a>
      , or press M for the notes here.
      <Button variant="link" onClick={() => dismissBlocked(app)}>
        Dismiss
      </Button>
    </p>
  );
}

/** Whether the pointer has moved lately. A finger that taps is no pointer that looks for something. */
function usePointerMoved(): boolean {
  const [isMoved, setMoved] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = ({ pointerType, movementX, movementY }: PointerEvent) => {
      // What moves under a pointer that rests is no movement of it.
      if (pointerType === "touch" || (movementX === 0 && movementY === 0)) return;
      setMoved(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoved(false), SHOWN_MS);
    };
    window.addEventListener("pointermove", onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", onMove);
    };
  }, []);
  return isMoved;
}
