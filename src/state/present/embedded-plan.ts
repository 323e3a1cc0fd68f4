import { type PlanValidation, validatePlan } from "../../present/plan";
import { carriedPlan } from "../take-away/carried";

/** Names, in an address, the plan that the page itself carries. */
export const PLAN_IN_FILE = "in-this-file";

/** The plan that the page carries in itself, or what is wrong with it; `null` where it carries none. */
export function embeddedPlan(): PlanValidation | null {
  const carried = carriedPlan(document);
  return carried === null ? null : validatePlan(carried);
}
