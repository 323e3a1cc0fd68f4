import { useApp } from "../../state/use-app";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { CardsPage } from "./cards/cards-page";
import { PhoneCard } from "./cards/phone-card";
import { PlanPage } from "./plans/plan-page";
import { PlanProblems, PlansPage } from "./plans/plans-page";
import { Projector } from "./projector/projector";
import { Speaker } from "./speaker/speaker";
import { useOpenPlan } from "./use-plan";

/** What a class is taught with: the plans, and what is shown of one. */
export function PresentPage() {
  const screen = useApp((state) => state.route.screen);
  const open = useOpenPlan();
  if (screen === "cards") return <CardsPage />;
  if (screen === "card") return <PhoneCard />;
  if (screen === "plans" || open.kind === "none") return <PlansPage />;
  if (open.kind === "loading") return <LoadingLine>Opening the plan …</LoadingLine>;
  if (open.kind === "failed") return <PlanProblems problems={open.problems} />;
  if (screen === "plan") return <PlanPage open={open} />;
  return screen === "speaker" ? <Speaker open={open} /> : <Projector open={open} />;
}
