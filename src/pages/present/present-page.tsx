import { useEffect, useRef } from "react";
import type { OpenPlan } from "../../state/present/plan-store";
import type { PresentScreen } from "../../state/route/route";
import { useApp } from "../../state/use-app";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { FocusArrival } from "../../ui/focus-arrival";
import { CardsPage } from "./cards/cards-page";
import { PhoneCard } from "./cards/phone-card";
import { HandedInPage } from "./handed-in/handed-in-page";
import { PlanPage } from "./plans/plan-page";
import { PlanProblems, PlansPage } from "./plans/plans-page";
import { Projector } from "./projector/projector";
import { Speaker } from "./speaker/speaker";
import { useOpenPlan } from "./use-plan";

/** What a class is taught with: the plans, and what is shown of one. */
export function PresentPage() {
  const screen = useApp((state) => state.route.screen);
  const step = useApp((state) => state.route.step);
  const open = useOpenPlan();
  const before = useRef(screen);
  useEffect(() => {
    const from = before.current;
    before.current = screen;
    // Whoever leaves what is presented goes on where it began.
    if (from === "projector" && screen === "plan") focusStart(step);
  }, [screen, step]);
  const of = screen === "plan" && open.kind === "open" ? open.plan.steps.length : "";
  return (
    <FocusArrival of={`${screen} ${of}`}>
      <Screen screen={screen} open={open} />
    </FocusArrival>
  );
}

interface ScreenProps {
  readonly screen: PresentScreen;
  readonly open: OpenPlan;
}

function Screen({ screen, open }: ScreenProps) {
  if (screen === "cards") return <CardsPage />;
  if (screen === "card") return <PhoneCard />;
  if (screen === "handed-in") return <HandedInPage />;
  if (screen === "plans" || open.kind === "none") return <PlansPage />;
  if (open.kind === "loading") return <LoadingLine>Opening the plan …</LoadingLine>;
  if (open.kind === "failed") return <PlanProblems problems={open.problems} />;
  if (screen === "plan") return <PlanPage open={open} />;
  return screen === "speaker" ? <Speaker open={open} /> : <Projector open={open} />;
}

/**
 * Focuses what presents a plan, on its page: of the first step “Present”, of another one the step itself.
 *
 * @param step - From 1.
 */
function focusStart(step: number): void {
  const start = document.querySelector<HTMLElement>(step === 1 ? "[data-presents]" : `[data-step="${step}"]`);
  start?.focus();
}
