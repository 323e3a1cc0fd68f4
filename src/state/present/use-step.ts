import { packPlan } from "../../present/packed-plan";
import type { Plan, PlanStep } from "../../present/plan";
import { MOST_STEPS } from "../../present/plan-limits";
import { withStepPut } from "../../present/put-step";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import { ALL_PLANS } from "../route/url";
import { addPlan, changePlan, myPlan } from "./my-plans";

/** A step that was made of what is on the screen, and how many rows of the reader's own it carries. */
export interface MadeStep {
  readonly step: PlanStep;
  readonly rows: number;
}

const NEW_PLAN: Plan = { version: 1, name: "my-class", title: "my class", steps: [] };

/**
 * Puts a step at the end of one of one's own plans, before a sentence that closes it, or into a new one: where none is named,
 * it is gone, or it is full.
 *
 * @returns That plan, with the step in it.
 */
export function addStep(app: App, planName: string | null, step: PlanStep): Plan {
  const own = planName === null ? null : myPlan(app, planName);
  if (own === null || own.steps.length >= MOST_STEPS) return addPlan(app, { ...NEW_PLAN, steps: [step] });
  changePlan(app, own.name, (plan) => ({ ...plan, steps: withStepPut(plan.steps, step) }));
  return myPlan(app, own.name) ?? own;
}

/** Begins an empty plan of one's own. */
export function beginPlan(app: App): Plan {
  return addPlan(app, NEW_PLAN);
}

/** Presents one step alone. The address carries it; what no address can is kept among one's own plans. */
export function presentStep(app: App, step: PlanStep): void {
  const plan: Plan = { version: 1, name: "one-step", title: step.title ?? "one step", steps: [step] };
  const packed = packPlan(plan);
  const name = packed.kind === "packed" ? packed.packed : addPlan(app, plan).name;
  openPlan(app, name, "projector");
}

/**
 * Goes to a plan, in the look that the address has chosen.
 *
 * @param step - From 1.
 */
export function openPlan(app: App, name: string, screen: "plan" | "projector", step = 1): void {
  const { theme, size } = app.state.getState().route;
  goTo(app, { ...ALL_PLANS, theme, size, screen, plan: name, step });
}
