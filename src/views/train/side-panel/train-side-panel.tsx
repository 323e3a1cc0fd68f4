import type { ReactNode } from "react";
import { type App, type AppState, hoverRow } from "../../../state/app";
import type { Panel } from "../../../state/route/route";
import { openPanels, togglePanel } from "../../../state/settings";
import { useApp, useAppHandle, useHidden, useSelector } from "../../../state/use-app";
import { CandidateList } from "../../../timeline/candidate-list";
import { Disclosure } from "../../../ui/controls/disclosure";
import { currentStep, type Step, shownColumn } from "../steps/current-step";
import { SourcePanel } from "./source-panel";
import styles from "./train-side-panel.module.css";

/** Where all joins are played, or none of them yet, the rows nearest to the choice tell enough. */
const A_FEW = 4;
const MANY = 40;

/** What stands beside the timeline: the candidates of the join being played, and at a press the other joins and the source of the step. */
export function TrainSidePanel() {
  const step = useSelector(currentStep);
  const isHidden = useHidden();
  if (step === null) return null;
  const { slice, coordinate } = step;
  const joins = slice.joins.map((_, join) => ({
    join,
    most: join === coordinate.join && !coordinate.together ? MANY : A_FEW,
  }));
  const isPlayed = ({ join }: { join: number }) => coordinate.together || join === coordinate.join;
  const others = joins.filter((one) => !isPlayed(one));
  return (
    <>
      {!isHidden("candidates") && <CandidatesPanel step={step} joins={joins.filter(isPlayed)} />}
      {!isHidden("candidates") && others.length > 0 && (
        <OpenOnPress panel="joins" summary={otherJoinsWords(step)}>
          <CandidatesPanel step={step} joins={others} />
        </OpenOnPress>
      )}
      {!isHidden("source") && (
        <OpenOnPress panel="source" summary="The lines of code that do this step">
          <SourcePanel step={step} />
        </OpenOnPress>
      )}
    </>
  );
}

/** What is closed at first, one press away, and stays as the reader leaves it. */
function OpenOnPress(props: {
  readonly panel: Panel;
  readonly summary: string;
  readonly children: ReactNode;
}) {
  const { panel, summary, children } = props;
  const app = useAppHandle();
  const isOpen = useApp((state) => openPanels(state).includes(panel));
  return (
    <Disclosure
      summary={summary}
      isOpen={isOpen}
      onOpen={(open) => togglePanel(app, panel, open)}
      className={styles.panel}
      summaryClassName={styles.summary}
    >
      <div className={styles.content}>{children}</div>
    </Disclosure>
  );
}

/** The joins that are not being played, by name. */
function otherJoinsWords({ slice, coordinate }: Step): string {
  const names = slice.joins.map(({ fgName }) => fgName).toSpliced(coordinate.join, 1);
  if (coordinate.join === 0) return `${names.join(", ")}: ${names.length === 1 ? "its" : "their"} turn comes`;
  return `${names.length === 1 ? "The other join" : "The other joins"}: ${names.join(", ")}`;
}

/** Whether anything stands beside the timeline. */
export function hasSidePanel(app: App): (state: AppState) => boolean {
  const stepOf = app.part(currentStep);
  return (state) => {
    const { hide, full, empty } = state.route;
    return (
      !full && !empty && stepOf(state) !== null && !(hide.includes("candidates") && hide.includes("source"))
    );
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
