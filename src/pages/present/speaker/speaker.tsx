import { useRef } from "react";
import { type App, showMessage } from "../../../state/app";
import {
  beginNewClass,
  bringBackClass,
  classWindows,
  openScreen,
} from "../../../state/present/class-windows";
import type { OpenPlan } from "../../../state/present/plan-store";
import { isBegun, sessionStore } from "../../../state/present/session-store";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { HelpButton } from "../../../views/frame/help-button";
import { Messages } from "../../../views/frame/page-frame";
import { LinkNotReached } from "../../../views/qr/published-form";
import { presentActions } from "../present-actions";
import { usePresentTitle } from "../projector/use-present-title";
import type { ScreenHandle } from "../screen/screen-content";
import { type CurrentScreen, useCurrentScreen } from "../use-plan";
import { type PresentActions, usePresentKeys } from "../use-present-keys";
import { VotePanel } from "../votes/vote-panel";
import { NextPress } from "./next-press";
import { Notes } from "./notes/notes";
import { OnScreen } from "./on-screen";
import { usePrintedNotes } from "./print/printed-notes";
import styles from "./speaker.module.css";
import { SpeakerHead } from "./speaker-head";

type Opened = Extract<OpenPlan, { kind: "open" }>;

/** What only the speaker sees: notes, what is on the screen and what comes next, the answers to expect, the time. */
export function Speaker({ open }: { readonly open: Opened }) {
  const screen = useCurrentScreen(open);
  usePresentTitle(`Speaker · ${open.plan.title}`);
  if (screen === null)
    return (
      <main className={styles.speaker}>
        <p>This plan has no steps yet.</p>
      </main>
    );
  return <SpeakerOf open={open} screen={screen} />;
}

function SpeakerOf({ open, screen }: { readonly open: Opened; readonly screen: CurrentScreen }) {
  const app = useAppHandle();
  const shown = useRef<ScreenHandle>(null);
  const printing = usePrintedNotes(open);
  const actions: PresentActions = {
    ...presentActions(app, screen, shown),
    speaker: () => closeWindow(app),
    print_notes: printing.print,
  };
  usePresentKeys(actions);
  return (
    <div className={styles.speaker}>
      <SpeakerHead open={open} screen={screen} />
      <main className={styles.body}>
        <h1 className={styles.unseen}>Speaker’s window: {open.plan.title}</h1>
        <div className={styles.left}>
          <OnScreen ref={shown} open={open} screen={screen} />
          <NextPress open={open} screen={screen} />
        </div>
        <div className={styles.right}>
          <Messages />
          {screen.step.step.kind === "words" && screen.step.step.link !== undefined && (
            <LinkNotReached href={`#${screen.step.step.link}`} />
          )}
          <section aria-labelledby="speaker-notes" className={styles.notesFrame}>
            <h2 id="speaker-notes" className={styles.heading}>
              Notes
            </h2>
            <Notes step={screen.step} />
          </section>
          {screen.step.asked !== null && (
            <div className={styles.votes}>
              <VotePanel screen={screen} />
            </div>
          )}
        </div>
      </main>
      <SpeakerFoot
        actions={actions}
        onPrint={printing.print}
        onPlans={() => goTo(app, { screen: "plans", plan: null, step: 1, press: 1 })}
      />
      {printing.sheet}
    </div>
  );
}

/** Closes this window. One that no other window has opened a browser does not let close itself. */
function closeWindow(app: App): void {
  window.close();
  setTimeout(() => {
    const text = "This window cannot close itself: close it with the browser’s own key, Ctrl + W.";
    if (!window.closed) showMessage(app, { text, isError: false });
  }, 300);
}

/** Whether what an action puts on the screen is there now. */
type PresentPressed = { readonly [Action in keyof PresentActions]?: boolean };

const KEYS: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ["Space", "PageDown"], words: "next" },
  { keys: ["←", "PageUp"], words: "previous" },
];

/** What a letter does, a button does as well: letters can be switched off. */
const LETTERS: readonly {
  readonly does: keyof PresentActions;
  readonly key: string;
  readonly words: string;
}[] = [
  { does: "black", key: "B", words: "black" },
  { does: "qr", key: "Q", words: "QR code" },
  { does: "full_screen", key: "F", words: "full screen" },
  { does: "speaker", key: "N", words: "close" },
];

function SpeakerFoot(does: {
  readonly actions: PresentActions;
  readonly onPrint: () => void;
  readonly onPlans: () => void;
}) {
  const letterKeys = useApp((state) => state.letterKeys);
  const isBlack = usePart(sessionStore, (session) => session.isBlack);
  const hasCode = usePart(sessionStore, (session) => session.hasCode);
  const isPressed: PresentPressed = { black: isBlack, qr: hasCode };
  return (
    <footer className={styles.foot}>
      <ul className={styles.keys}>
        {KEYS.map(({ keys, words }) => (
          <li key={words} className={styles.passive}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {words}
          </li>
        ))}
        {LETTERS.map(({ does: action, key, words }) => (
          <li key={action}>
            {letterKeys && <kbd>{key}</kbd>}
            <Button
              variant="link"
              aria-keyshortcuts={letterKeys ? key.toLowerCase() : undefined}
              aria-pressed={isPressed[action]}
              onClick={() => does.actions[action]?.()}
            >
              {words}
            </Button>
          </li>
        ))}
        <li className={styles.help}>
          <HelpButton />
          all keys
        </li>
      </ul>
      <ClassActions />
      <Button variant="link" onClick={does.onPrint}>
        Print the notes
      </Button>
      <Button variant="link" onClick={does.onPlans}>
        All plans
      </Button>
      <InStep />
    </footer>
  );
}

/** Begins a new class, or brings the one before back while nothing has happened in the new one. */
function ClassActions() {
  const app = useAppHandle();
  const over = usePart(classWindows, (state) => state.over);
  const hasBegun = usePart(sessionStore, isBegun);
  const startedAtMs = over?.state.session.startedAtMs ?? null;
  if (hasBegun)
    return (
      <Button variant="link" onClick={() => beginNewClass(app)}>
        New class
      </Button>
    );
  if (over === null) return null;
  return (
    <Button variant="link" onClick={() => bringBackClass(app)}>
      Bring back the class{startedAtMs === null ? " before" : ` of ${dayAndTime(startedAtMs)}`}
    </Button>
  );
}

function dayAndTime(ms: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  }).format(ms);
}

/** Whether the projector shows what is shown here. */
function InStep() {
  const app = useAppHandle();
  const isThere = usePart(classWindows, ({ others }) => others.has("projector"));
  const isKept = usePart(classWindows, (state) => state.isKept);
  return (
    <p className={styles.inStep} role="status">
      {!isKept && "This browser keeps nothing: a reload of all windows loses the votes. "}
      {isThere ? (
        "in step with the projector"
      ) : (
        <>
          the projector’s window is closed{" "}
          <Button variant="link" onClick={() => openScreen(app, "projector")}>
            open it
          </Button>
        </>
      )}
    </p>
  );
}
