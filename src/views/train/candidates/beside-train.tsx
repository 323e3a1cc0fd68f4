import type { App, AppState } from "../../../state/app";
import { useHidden, useSelector } from "../../../state/use-app";
import { currentStep } from "../steps/current-step";
import { CandidatesPanel } from "./candidates-panel";
import { SourcePanel } from "./source-panel";

/** Where all joins are played, or none of them yet, the rows nearest to the choice tell enough. */
const A_FEW = 4;
const MANY = 40;

/** What stands beside the timeline: the candidates of the join being played, the source of the step, the other joins. */
export function BesideTrain() {
  const step = useSelector(currentStep);
  const isHidden = useHidden();
  if (step === null) return null;
  const { slice, coordinate } = step;
  const joins = slice.joins.map((_, join) => ({
    join,
    most: join === coordinate.join && !coordinate.together ? MANY : A_FEW,
  }));
  const [first, others] = [
    joins.slice(coordinate.join, coordinate.join + 1),
    joins.toSpliced(coordinate.join, 1),
  ];
  const lists = (listed: typeof joins) =>
    !isHidden("candidates") && <CandidatesPanel step={step} joins={listed} />;
  return (
    <>
      {lists(first)}
      {!isHidden("source") && <SourcePanel step={step} />}
      {lists(others)}
    </>
  );
}

/** Whether anything stands beside the timeline. */
export function hasBeside(app: App): (state: AppState) => boolean {
  const stepOf = app.part(currentStep);
  return (state) => {
    const { hide } = state.route;
    return stepOf(state) !== null && !(hide.includes("candidates") && hide.includes("source"));
  };
}
