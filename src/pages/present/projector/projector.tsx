import { type MouseEvent, useEffect, useRef, useState } from "react";
import type { PreparedStep } from "../../../present/prepare-step";
import { toggleFullView } from "../../../state/full-view";
import { openScreen } from "../../../state/present/class-windows";
import type { OpenPlan } from "../../../state/present/plan-store";
import { sessionStore } from "../../../state/present/session-store";
import { type StepLink, stepLink } from "../../../state/present/step-link";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import { HelpButton } from "../../../views/frame/help-button";
import { QrScreen } from "../../../views/qr/qr-screen";
import { presentActions } from "../present-actions";
import { ScreenContent, type ScreenHandle } from "../screen/screen-content";
import { ProjectorTools } from "../speaker/projector-tools";
import { type CurrentScreen, useCurrentScreen } from "../use-plan";
import { type PresentActions, usePresentKeys } from "../use-present-keys";
import { type HandsHandle, HandsStrip } from "../votes/hands-strip";
import styles from "./projector.module.css";
import { usePresentTitle } from "./use-present-title";
import { useShownTools } from "./use-shown-tools";

/** A press left of this share of the screen goes back. */
const BACK_SHARE = 1 / 3;

/** What a class sees: one picture and one sentence, and no more. */
export function Projector({ open }: { readonly open: Extract<OpenPlan, { kind: "open" }> }) {
  const app = useAppHandle();
  const screen = useCurrentScreen(open);
  const isBlack = usePart(sessionStore, (state) => state.isBlack);
  const shown = useRef<ScreenHandle>(null);
  const [hasNotes, setHasNotes] = useState(false);
  const code = useStepCode(screen);
  const main = useRef<HTMLElement>(null);
  const hands = useRef<HandsHandle>(null);
  const tools = useShownTools(main);
  useEffect(() => main.current?.focus(), []);
  const total = open.frames.length;
  usePresentTitle(
    screen === null ? open.plan.title : `${screen.number + 1} of ${total} · ${hallTitle(screen.step)}`,
  );
  const actions: PresentActions = {
    ...presentActions(app, screen, shown),
    speaker: () => openScreen(app, "speaker"),
    notes: () => setHasNotes(!hasNotes),
    leave() {
      if (document.fullscreenElement !== null) toggleFullView(app);
      else goTo(app, { screen: "plan" });
    },
  };
  const press = usePresentKeys(actions);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (isControl(event.target) || tools.takesPress(event)) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    press(event.clientX < left + width * BACK_SHARE ? "previous" : "next", event.timeStamp);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the whole page's
    <main ref={main} className={styles.projector} tabIndex={-1} onClick={onClick}>
      {screen === null ? (
        <p>This plan has no steps yet.</p>
      ) : (
        <ScreenContent ref={shown} screen={screen} total={total} />
      )}
      {screen !== null && <HandsStrip key={screen.number} ref={hands} screen={screen} />}
      <div className={styles.help} data-tools data-shown={tools.isShown || undefined}>
        <HelpButton />
      </div>
      {isBlack && <div className={styles.black} data-black />}
      {screen !== null && (
        <ProjectorTools
          screen={screen}
          isShown={tools.isShown}
          hasNotes={hasNotes && !isBlack}
          actions={{ ...actions, hands: () => hands.current?.show() }}
          // Else the next Space would press the tool again.
          onUse={() => main.current?.focus()}
        />
      )}
      {code !== null && !isBlack && (
        <QrScreen
          href={`#${code.url}`}
          ownRows={code.rows}
          onClose={() => app.part(sessionStore).setState({ hasCode: false })}
        />
      )}
    </main>
  );
}

/** The link to a step while its code is asked for, in this window or in the speaker's; else `null`. */
function useStepCode(screen: CurrentScreen | null): StepLink | null {
  const hasCode = usePart(sessionStore, (session) => session.hasCode);
  const step = hasCode && screen !== null ? screen.step : null;
  const [found, setFound] = useState<{ readonly step: PreparedStep; readonly link: StepLink } | null>(null);
  useEffect(() => {
    let isOver = false;
    if (step !== null) stepLink(step).then((link) => !isOver && setFound({ step, link }));
    return () => {
      isOver = true;
    };
  }, [step]);
  return found !== null && found.step === step ? found.link : null;
}

/** What has a use of its own for a press. */
function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest("a, button, input, aside, [role=alert], [role=slider], [data-movable]") !== null
  );
}

/** What a class may read in the window's title. What a case is called often tells what comes out. */
function hallTitle({ step, title, asked }: PreparedStep): string {
  return asked !== null && step.kind === "picture" && step.title === undefined
    ? "Which row is taken?"
    : title;
}
