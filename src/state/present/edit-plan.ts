import type { Plan } from "../../present/plan";
import type { App } from "../app";
import { goTo } from "../route/go-to";
import { addPlan, changePlan } from "./my-plans";
import type { PlanOrigin } from "./plan-store";

/** A plan that is on the screen. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly from: PlanOrigin;
}

/**
 * Changes a plan. Of one that is not one's own a copy is made and changed, which is in its place from then on.
 *
 * @returns The name of the plan that was changed.
 */
export function editPlan(app: App, { plan, from }: ShownPlan, change: (plan: Plan) => Plan): string {
  if (from === "own") {
    changePlan(app, plan.name, change);
    return plan.name;
  }
  const { name } = addPlan(app, from === "ready" ? myVersionOf(plan) : plan);
  changePlan(app, name, change);
  goTo(app, { plan: name }, "replace");
  return name;
}

function myVersionOf(plan: Plan): Plan {
  return { ...plan, name: `my-${plan.name}`, title: `my ${plan.title}` };
}
