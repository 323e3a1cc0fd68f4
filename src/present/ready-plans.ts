import * as v from "valibot";
import { type Plan, PlanSchema } from "./plan";

/** The plans that the app brings, the shortest first. */
export const READY_PLANS = ["ten", "twenty", "fifty"] as const;
export type ReadyPlanName = (typeof READY_PLANS)[number];

const FILES = import.meta.glob<unknown>("../plans/*.json", { import: "default" });

/** Loads a plan that the app brings. */
export async function loadReadyPlan(name: ReadyPlanName): Promise<Plan> {
  const load = FILES[`../plans/${name}.json`];
  if (load === undefined) throw new RangeError(`there is no plan ${name}`);
  return v.parse(PlanSchema, await load());
}
