import type { RefObject } from "react";
import type { App } from "../../state/app";
import { toggleFullView } from "../../state/full-view";
import { goByPresses, goToPlanStep } from "../../state/present/go-to-frame";
import { sessionStore } from "../../state/present/session-store";
import type { ScreenHandle } from "./screen/screen-content";
import type { CurrentScreen } from "./use-plan";
import type { PresentActions } from "./use-present-keys";

/**
 * What the keys do in every window that presents.
 *
 * @param shown - The screen as this window draws it.
 */
export function presentActions(
  app: App,
  screen: CurrentScreen | null,
  shown: RefObject<ScreenHandle | null>,
): PresentActions {
  const session = app.part(sessionStore);
  // Whatever is pressed while the screen is black lights it, and does no more: nobody has seen what it would lead to. So it is
  // with the code that covers the screen.
  const lit = (act: () => void) => () => {
    const { isBlack, hasCode } = session.getState();
    if (isBlack) session.setState({ isBlack: false });
    else if (hasCode) session.setState({ hasCode: false });
    else act();
  };
  return {
    // What moves is brought to its end, and the press goes on; but over an answer that nobody has seen whole it does not.
    next: lit(() => shown.current?.finish() || goByPresses(app, 1)),
    previous: lit(() => goByPresses(app, -1)),
    next_plan_step: lit(() => screen && goToPlanStep(app, screen.frame.step + 1)),
    previous_plan_step: lit(() => screen && goToPlanStep(app, Math.max(0, screen.frame.step - 1))),
    black: () => session.setState({ isBlack: !session.getState().isBlack }),
    qr: () => session.setState({ hasCode: !session.getState().hasCode, isBlack: false }),
    full_screen: () => toggleFullView(app),
  };
}
