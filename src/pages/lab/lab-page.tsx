import { type ReactNode, useMemo } from "react";
import type { AppState } from "../../state/app";
import { hasDataToList, importsStore } from "../../state/imports/imports-store";
import { type Route, STAGES, type Stage } from "../../state/route/route";
import { START } from "../../state/route/url";
import { useApp, useHidden, useHref, usePart, useSelector } from "../../state/use-app";
import { ErrorBoundary } from "../../ui/feedback/error-boundary";
import { FocusArrival } from "../../ui/focus-arrival";
import { CodeStage } from "../../views/code/code-stage";
import { CompareStage } from "../../views/compare/compare-stage";
import { DataPanel } from "../../views/data/data-panel";
import { DataStage } from "../../views/data/data-stage";
import { Messages } from "../../views/frame/page-frame";
import { STAGE_NAMES } from "../../views/frame/page-title";
import { ServeStage } from "../../views/serve/serve-stage";
import { hasSidePanel, TrainSidePanel } from "../../views/train/side-panel/train-side-panel";
import { TrainStage } from "../../views/train/train-stage";
import { ViewStage } from "../../views/view/view-stage";
import { ConnectionGate } from "./connection-gate";
import { LabFrame } from "./lab-frame";
import { TaskLine } from "./task-line";

interface StageViews {
  Main: () => ReactNode;
  /** What stands beside it, and its name for screen readers. */
  Right?: () => ReactNode;
  rightLabel?: string;
  /** Whether it stands on one screen, where that is large enough. */
  fit?: boolean;
}

const STAGE_VIEWS: Readonly<Record<Stage, StageViews>> = {
  data: { Main: DataStage },
  view: { Main: ViewStage },
  train: { Main: TrainStage, Right: TrainSidePanel, rightLabel: "Candidates", fit: true },
  serve: { Main: ServeStage },
  compare: { Main: CompareStage, fit: true },
  code: { Main: CodeStage },
};

/** The workbench: the stages of a feature's life, on the data in this browser. */
export function LabPage() {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const overview = useApp((state) => state.overview);
  const isReady = useApp((state) => state.connection.status === "ready");
  const hasMessage = useApp((state) => state.message !== null);
  const open = useApp(openStages);
  const links = useMemo(
    () =>
      STAGES.filter((stage) => open.includes(stage) || stage === route.stage).map((stage) => ({
        id: stage,
        label: STAGE_NAMES[stage],
        // The step goes along, so that the way back leads to where one was.
        href: hrefTo({ ...stepOf(route), stage, ...(stage === route.stage ? route : {}) }, START),
        startsGroup: stage === "compare",
        current: stage === route.stage,
      })),
    [route, open, hrefTo],
  );
  const { Main, Right, rightLabel, fit = false } = STAGE_VIEWS[route.stage];
  const hasRight = useSelector(hasSidePanel) && Right !== undefined;
  const isHidden = useHidden();
  const hasDataPanel =
    usePart(importsStore, (imports) => hasDataToList(overview, imports)) && route.stage === "data" && isReady;
  return (
    <LabFrame
      stages={isHidden("stages") ? [] : links}
      fit={fit && !route.empty && (route.stage !== "compare" || route.show === "row")}
      isBare={fit && route.full && !route.empty}
      line={<TaskLine />}
      left={hasDataPanel && <DataPanel />}
      leftLabel="Feature groups"
      right={hasRight && Right && <Right />}
      rightLabel={rightLabel}
    >
      <FocusArrival of={`${shownIn(route)} ${hasMessage ? "with a message" : ""}`}>
        <Messages />
        <ConnectionGate>
          <ErrorBoundary resetKey={route.stage} reassurance="What you have stored is untouched.">
            <Main />
          </ErrorBoundary>
        </ConnectionGate>
      </FocusArrival>
    </LabFrame>
  );
}

/** Names what of a stage is shown: with another name its heading is another one. */
function shownIn({ stage, empty, show, behind }: Route): string {
  if (stage === "compare") return `${stage} ${show} ${behind ?? ""}`;
  return `${stage} ${empty ? "why empty" : ""}`;
}

/** What of a route is the same in every stage: the view, the step, how it is looked at, what is open and what is hidden. */
function stepOf({
  view,
  row,
  join,
  phase,
  joins,
  rule,
  column,
  open,
  hide,
  above,
  below,
  theme,
  size,
}: Route): Partial<Route> {
  return { view, row, join, phase, joins, rule, column, open, hide, above, below, theme, size };
}

const BEFORE_DATA: readonly Stage[] = ["data"];
const BEFORE_VIEW: readonly Stage[] = ["data", "view"];

/** The stages that have something to show: no room is entered before there is something in it. */
function openStages({ overview, document }: AppState): readonly Stage[] {
  // What a link brings has a view; it is only not there yet.
  if (overview === null && document.dataset.kind !== "own") return STAGES;
  if (overview === null || overview.groups.length === 0) return BEFORE_DATA;
  return overview.views.length === 0 ? BEFORE_VIEW : STAGES;
}
