import type { OpenPlan } from "../../../state/present/plan-store";
import { useCurrentScreen } from "../use-plan";

/** What only the speaker sees: notes, what comes next, the time. */
export function Speaker({ open }: { readonly open: Extract<OpenPlan, { kind: "open" }> }) {
  const screen = useCurrentScreen(open);
  return <main>{screen?.step.step.notes}</main>;
}
