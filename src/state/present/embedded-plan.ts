import { type PlanValidation, validatePlan } from "../../present/plan";

/** Names, in an address, the plan that the page itself carries. */
export const PLAN_IN_FILE = "in-this-file";
/** The element that holds it. */
export const PLAN_ELEMENT_ID = "microfs-plan";

/** The plan that the page carries in itself, or what is wrong with it; `null` where it carries none. */
export function embeddedPlan(): PlanValidation | null {
  const text = document.getElementById(PLAN_ELEMENT_ID)?.textContent;
  if (text === undefined || text === null || text.trim() === "") return null;
  try {
    return validatePlan(JSON.parse(text));
  } catch {
    return {
      ok: false,
      problems: ["The plan in this file is damaged. Save the file again where it was made."],
    };
  }
}
