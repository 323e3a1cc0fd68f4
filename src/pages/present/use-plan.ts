import { type Frame, frameAt } from "../../present/frames";
import type { PreparedStep } from "../../present/prepare-step";
import { type OpenPlan, planStore } from "../../state/present/plan-store";
import { useApp, usePart } from "../../state/use-app";

/** The plan that the address names. */
export function useOpenPlan(): OpenPlan {
  return usePart(planStore, (state) => state);
}

/** What is on the screen: a screen of an open plan, and the step that it belongs to. */
export interface CurrentScreen {
  readonly frame: Frame;
  /** Its number among all of the plan's, from 0. */
  readonly number: number;
  readonly step: PreparedStep;
}

/** The screen of an open plan that the address names; `null` where the plan has none. */
export function useCurrentScreen({
  frames,
  steps,
}: Extract<OpenPlan, { kind: "open" }>): CurrentScreen | null {
  const step = useApp((state) => state.route.step);
  const press = useApp((state) => state.route.press);
  const number = frameAt(frames, step - 1, press - 1);
  const frame = frames[number];
  const prepared = frame && steps[frame.step];
  return frame === undefined || prepared === undefined ? null : { frame, number, step: prepared };
}
