import type { OpenPlan } from "../../../state/present/plan-store";
import { PageFrame } from "../../../views/frame/page-frame";
import { planInSight } from "../../../views/take-away/plan-in-sight";
import { TakeAwayButton } from "../../../views/take-away/take-away";

/** One plan, to be prepared. */
export function PlanPage({ open }: { readonly open: Extract<OpenPlan, { kind: "open" }> }) {
  return (
    <PageFrame status="nothing leaves this browser">
      <h1>{open.plan.title}</h1>
      <TakeAwayButton inSight={planInSight(open.plan)} />
    </PageFrame>
  );
}
