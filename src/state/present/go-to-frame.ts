import { type Frame, frameAt } from "../../present/frames";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import { planStore } from "./plan-store";

/** Goes so many presses on, or back; not beyond the plan's ends. */
export function goByPresses(app: App, by: number): void {
  const open = app.part(planStore).getState();
  if (open.kind !== "open") return;
  const { step, press } = app.state.getState().route;
  const to = open.frames[frameAt(open.frames, step - 1, press - 1) + by];
  if (to !== undefined) goToFrame(app, to);
}

/** Goes to the first press of a step of the plan, where there is such a step. */
export function goToPlanStep(app: App, step: number): void {
  const open = app.part(planStore).getState();
  const to = open.kind === "open" ? open.frames.find((frame) => frame.step === step) : undefined;
  if (to !== undefined) goToFrame(app, to);
}

/** Goes to a screen. It replaces the entry of the history: a class is not gone through by Back. */
export function goToFrame(app: App, { step, press }: Pick<Frame, "step" | "press">): void {
  goTo(app, { step: step + 1, press: press + 1 }, "replace");
}
