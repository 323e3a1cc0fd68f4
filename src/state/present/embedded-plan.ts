import { type PlanValidation, validatePlan } from "../../present/plan";
import { planTextExcess } from "../../present/plan-limits";
import { PLAN_BLOCK } from "../take-away/carried";

/** Names, in an address, the plan that the page itself carries. */
export const PLAN_IN_FILE = "in-this-file";

/** The plan that the page carries in itself, or what is wrong with it; `null` where it carries none. */
export function embeddedPlan(): PlanValidation | null {
  const text = document.getElementById(PLAN_BLOCK)?.textContent;
  if (text === undefined || text === null || text.trim() === "") return null;
  const excess = planTextExcess(text.length);
  if (excess !== null) return { ok: false, problems: [excess] };
  try {
    return validatePlan(JSON.parse(text));
  } catch {
    return {
      ok: false,
      problems: ["The plan in this file is damaged. Save the file again where it was made."],
    };
  }
}
