import { frameAfter } from "../../present/frame-after";
import { type Frame, frameAt } from "../../present/frames";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import { planStore } from "./plan-store";
import { sessionStore } from "./session-store";

/** Goes a press on, or back; not beyond the plan's ends, and past what has nothing to show. */
export function goByPresses(app: App, by: 1 | -1): void {
  const open = app.part(planStore).getState();
  if (open.kind !== "open") return;
  const { step, press } = app.state.getState().route;
  const { votes } = app.part(sessionStore).getState();
  const to = frameAfter(open.frames, frameAt(open.frames, step - 1, press - 1), by, votes);
  if (to !== null) goToFrame(app, to);
}

/** Goes to the first press of a step of the plan, where there is such a step. */
export function goToPlanStep(app: App, step: number): void {
  const open = app.part(planStore).getState();
  const to = open.kind === "open" ? open.frames.find((frame) => frame.step === step) : undefined;
  if (to !== undefined) goToFrame(app, to);
}

/**
 * Goes to a screen. It replaces the entry of the history: a class is not gone through by Back. Where neighbours are to talk
 * there, their time begins.
 */
export function goToFrame(app: App, { step, press, key, act }: Frame): void {
  const session = app.part(sessionStore);
  const { talk } = session.getState();
  if (act.kind === "talk" && talk?.step !== key)
    session.setState({ talk: { step: key, sinceMs: Date.now() } });
  if (act.kind !== "talk" && talk !== null) session.setState({ talk: null });
  goTo(app, { step: step + 1, press: press + 1 }, "replace");
}

/** Lets neighbours talk and the class vote again at a step that its plan lets it vote on once: for this class, not in the plan. */
export function voteAgain(app: App, { key, step }: Frame): void {
  const session = app.part(sessionStore);
  const { votesAgain } = session.getState();
  if (!votesAgain.includes(key)) session.setState({ votesAgain: [...votesAgain, key] });
  const open = app.part(planStore).getState();
  const to =
    open.kind === "open"
      ? open.frames.find((frame) => frame.step === step && frame.act.kind === "talk")
      : undefined;
  if (to !== undefined) goToFrame(app, to);
}
