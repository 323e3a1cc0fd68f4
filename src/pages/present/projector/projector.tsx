import { goByPresses, goToPlanStep } from "../../../state/present/go-to-frame";
import type { OpenPlan } from "../../../state/present/plan-store";
import { useAppHandle } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { ScreenContent } from "../screen/screen-content";
import { useCurrentScreen } from "../use-plan";

/** What a class sees: one picture and one sentence, and no more. */
export function Projector({ open }: { readonly open: Extract<OpenPlan, { kind: "open" }> }) {
  const app = useAppHandle();
  const screen = useCurrentScreen(open);
  useScopeKeys((event) => {
    const action = keyAction("present", event);
    if (action === null || screen === null) return;
    event.preventDefault();
    if (action === "next") goByPresses(app, 1);
    if (action === "previous") goByPresses(app, -1);
    if (action === "next_plan_step") goToPlanStep(app, screen.frame.step + 1);
    if (action === "previous_plan_step") goToPlanStep(app, Math.max(0, screen.frame.step - 1));
  });
  if (screen === null) return <p>This plan has no steps yet.</p>;
  return (
    <main>
      <ScreenContent screen={screen} total={open.frames.length} />
    </main>
  );
}
