import { votesOf } from "../../../present/plan";
import { roundOf } from "../../../present/votes/round";
import { classWindows, dismissBlocked } from "../../../state/present/class-windows";
import { voteAgain } from "../../../state/present/go-to-frame";
import { sessionStore } from "../../../state/present/session-store";
import { NO_VOTES } from "../../../state/present/votes";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import type { CurrentScreen } from "../use-plan";
import type { PresentActions } from "../use-present-keys";
import { shownFlow } from "../votes/shown-flow";
import { TALK_AND_VOTE_AGAIN } from "../votes/vote-advice";
import { Notes } from "./notes/notes";
import styles from "./projector-tools.module.css";

interface Tool {
  readonly does: keyof PresentActions;
  /** The letter that does the same. */
  readonly key: string;
  readonly words: string;
}

export interface ProjectorToolsProps {
  readonly screen: CurrentScreen;
  /** Whether whoever presents looks for them. */
  readonly isShown: boolean;
  /** Whether the notes are shown, for who has one screen alone. */
  readonly hasNotes: boolean;
  /** What the keys of the window do: the tools do the same. */
  readonly actions: PresentActions;
  /** Called before a tool acts. */
  readonly onUse: () => void;
}

/**
 * What the projector's window offers to whoever presents: what its letters do, for who has no keys at hand or has switched
 * them off, and where the browser would not open the speaker's window, a link that can. The class reads it as well: nothing
 * of it tells an answer, and it covers neither the answers nor what is said of them.
 */
export function ProjectorTools({ screen, isShown, hasNotes, actions, onUse }: ProjectorToolsProps) {
  const app = useAppHandle();
  const isBlack = usePart(sessionStore, (session) => session.isBlack);
  const letterKeys = useApp((state) => state.letterKeys);
  const isBlocked = usePart(classWindows, (state) => state.isBlocked);
  const hasSpeaker = usePart(classWindows, ({ others }) => others.has("speaker"));
  const { frame, step } = screen;
  const votes = usePart(sessionStore, (session) => session.votes[frame.key] ?? NO_VOTES);
  const hasPicture = step.picture !== null && frame.act.kind !== "story";
  const hasFlow = shownFlow(screen, votes) !== null;
  const hasVote = roundOf(frame.act) !== null;
  const tools: readonly Tool[] = [
    { does: "speaker", key: "N", words: "Speaker’s window" },
    { does: "notes", key: "M", words: hasNotes ? "Hide the notes" : "Notes here" },
    ...(hasVote ? [{ does: "hands", key: "H", words: "Hands" } as const] : []),
    { does: "qr", key: "Q", words: "QR code" },
    { does: "black", key: "B", words: isBlack ? "Light the screen" : "Black screen" },
    { does: "full_screen", key: "F", words: "Full screen" },
  ];
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
        <BlockedLine onNotes={actions.notes} />
      ) : (
        <p className={styles.tools} data-tools data-shown={isShown || undefined}>
          {tools.map(({ does, key, words }) => (
            <Button
              key={does}
              variant="link"
              aria-keyshortcuts={letterKeys ? key.toLowerCase() : undefined}
              onClick={() => {
                onUse();
                actions[does]?.();
              }}
            >
              {letterKeys ? `${words} (${key})` : words}
            </Button>
          ))}
          {asksOnce(screen) && (
            <Button
              variant="link"
              onClick={() => {
                onUse();
                voteAgain(app, frame);
              }}
            >
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
function BlockedLine({ onNotes }: { readonly onNotes: PresentActions["notes"] }) {
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
      , or have the{" "}
      <Button variant="link" onClick={onNotes}>
        notes here
      </Button>
      .
      <Button variant="link" onClick={() => dismissBlocked(app)}>
        Dismiss
      </Button>
    </p>
  );
}
