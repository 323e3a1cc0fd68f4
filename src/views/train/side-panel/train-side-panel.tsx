import { type App, type AppState, hoverRow } from "../../../state/app";
import { useApp, useAppHandle, useHidden, useSelector } from "../../../state/use-app";
import { CandidateList } from "../../../timeline/candidate-list";
import { currentStep, type Step, shownColumn } from "../steps/current-step";
import { SourcePanel } from "./source-panel";

/** Where all joins are played, or none of them yet, the rows nearest to the choice tell enough. */
const A_FEW = 4;
const MANY = 40;

/** What stands beside the timeline: the candidates of the join being played, the source of the step, the other joins. */
export function TrainSidePanel() {
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
export function hasSidePanel(app: App): (state: AppState) => boolean {
  const stepOf = app.part(currentStep);
  return (state) => {
    const { hide } = state.route;
    return stepOf(state) !== null && !(hide.includes("candidates") && hide.includes("source"));
  };
}

interface CandidatesPanelProps {
  readonly step: Step;
  /** The joins that are listed, each with at most so many rows. */
  readonly joins: readonly { readonly join: number; readonly most: number }[];
}

/** The candidates of some joins, as lists: the timeline once more, to be read. */
function CandidatesPanel({ step: { slice, coordinate }, joins }: CandidatesPanelProps) {
  const app = useAppHandle();
  const column = useApp((state) => state.route.column);
  const hovered = useApp((state) => state.hovered);
  return joins.map(({ join, most }) => (
    <CandidateList
      key={join}
      slice={slice}
      coordinate={coordinate}
      join={join}
      most={most}
      column={shownColumn(slice, join, join === coordinate.join ? column : null)}
      highlight={hovered}
      onHover={(mark) => hoverRow(app, mark)}
    />
  ));
}
