import type { EntitySlice } from "../microfs/core";
import type { Phase } from "../terms/phases";
import { phasesOf, phasesTogether } from "../terms/phases-of";
import type { PlanStep } from "./plan";
import { stepKeys } from "./step-keys";

/** What a press brings: of a question its acts in their order, of a picture a step of it. */
export type Act =
  /** Who, what and why: words alone, before anything is asked. */
  | { readonly kind: "story" }
  /** The question, with its picture not judged. */
  | { readonly kind: "question" }
  /** The vote is open; with the press after it, it is closed. */
  | { readonly kind: "vote"; readonly round: 1 | 2 }
  /** What the class has answered. */
  | { readonly kind: "counted" }
  /** Neighbours talk. */
  | { readonly kind: "talk" }
  /** The second vote beside the first, as a flow. */
  | { readonly kind: "both_votes" }
  /** The picture shows what is right. */
  | { readonly kind: "reveal" }
  /** And a sentence says it. */
  | { readonly kind: "sentence"; readonly phase: Phase }
  /** A sentence alone. */
  | { readonly kind: "words" };

/** One screen of a plan: a press leads from one to the next. */
export interface Frame {
  /** Which step of the plan, from 0. */
  readonly step: number;
  /** The step by a name that goes with it wherever the plan has it. */
  readonly key: string;
  /** Which press of that step, from 0. */
  readonly press: number;
  readonly act: Act;
}

/** What the acts of a step depend on. */
export interface StepShown {
  readonly step: PlanStep;
  /** `null` where it has no picture. */
  readonly slice: EntitySlice | null;
  /** Whether something is told before it asks; by default nothing is. */
  readonly hasStory?: boolean;
}

/** The acts of one step. */
export function actsOf({ step, slice, hasStory = false }: StepShown): readonly Act[] {
  if (step.kind === "words" || slice === null) return [{ kind: "words" }];
  if (step.kind === "question" || step.votes !== undefined)
    return [...(hasStory ? [{ kind: "story" } as const] : []), ...questionActs(step.votes ?? 0)];
  const { join, phase, together } = step.at;
  const phases = together ? phasesTogether(slice.joins) : phasesOf(joinOf(slice, join).rule);
  const last = phases.indexOf(phase);
  const gone = step.walks ? phases.slice(0, last + 1) : [phase];
  return gone.map((one) => ({ kind: "sentence", phase: one }));
}

function questionActs(votes: 0 | 1 | 2): readonly Act[] {
  const first: Act[] = [{ kind: "vote", round: 1 }, { kind: "counted" }];
  const second: Act[] = [{ kind: "talk" }, { kind: "vote", round: 2 }, { kind: "both_votes" }];
  return [
    { kind: "question" },
    ...(votes > 0 ? first : []),
    ...(votes > 1 ? second : []),
    { kind: "reveal" },
    { kind: "sentence", phase: "write_cell" },
  ];
}

/** All screens of a plan, in the order of the presses. */
export function framesOf(steps: readonly StepShown[]): readonly Frame[] {
  const keys = stepKeys(steps.map(({ step }) => step));
  return steps.flatMap((step, i) =>
    actsOf(step).map((act, press) => ({ step: i, key: keys[i] ?? "", press, act })),
  );
}

/** Which of the frames a place in the plan names: the nearest there is. At least one frame is needed. */
export function frameAt(frames: readonly Frame[], step: number, press: number): number {
  const ofStep = frames.findLastIndex(
    (frame) => frame.step < step || (frame.step === step && frame.press <= press),
  );
  return Math.max(0, ofStep);
}

function joinOf(slice: EntitySlice, join: number) {
  const found = slice.joins[join];
  if (found === undefined) throw new RangeError(`join must be 0 to ${slice.joins.length - 1}: ${join}`);
  return found;
}
