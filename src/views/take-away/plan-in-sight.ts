import { carriedRows, type Plan } from "../../present/plan";
import { OWN } from "../../state/document";
import { PLAN_IN_FILE } from "../../state/present/embedded-plan";
import { ALL_PLANS, formatUrl } from "../../state/route/url";
import type { InSight } from "./take-away";

/** A plan, as what the app's file can carry: the file opens at it, also where the browser keeps no plans. */
export function planInSight(plan: Plan): InSight {
  const route = { ...ALL_PLANS, screen: "plan", plan: PLAN_IN_FILE } as const;
  return {
    words: `the plan “${plan.title}”`,
    ownRows: carriedRows(plan),
    carried: { start: formatUrl({ route, dataset: OWN, edits: [] }), plan },
    fileName: `microfs-${plan.name}`,
  };
}
