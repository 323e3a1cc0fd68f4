import { type ReactNode, useMemo } from "react";
import { hrefOf } from "../../state/address/navigate";
import { type Place, STAGES, START, type Stage } from "../../state/address/place";
import { type AppState, useAppStore } from "../../state/app-store";
import { useImports } from "../../state/imports/imports-store";
import { hasDataToList } from "../../state/imports/shown-in-data";
import { useHidden } from "../../state/use-hidden";
import { ErrorBoundary } from "../../ui/feedback/error-boundary";
import { CodeStage } from "../../views/code/code-stage";
import { DataPanel } from "../../views/data/data-panel";
import { DataStage } from "../../views/data/data-stage";
import { Messages } from "../../views/frame/messages";
import { ServeStage } from "../../views/serve/serve-stage";
import { BesideTrain, hasBeside } from "../../views/train/candidates/beside-train";
import { TrainTools } from "../../views/train/tools/train-tools";
import { TrainStage } from "../../views/train/train-stage";
import { ViewStage } from "../../views/view/view-stage";
import { ConnectionGate } from "./connection-gate";
import { LabFrame } from "./lab-frame";

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  data: "Data",
  view: "View",
  train: "Train",
  serve: "Serve",
  code: "Code",
};

interface StageViews {
  Main: () => ReactNode;
  /** What stands beside the names of the stages: ways about. */
  Tools?: () => ReactNode;
  /** What stands beside it, and its name for screen readers. */
  Right?: () => ReactNode;
  rightLabel?: string;
}

const STAGE_VIEWS: Readonly<Record<Stage, StageViews>> = {
  data: { Main: DataStage },
  view: { Main: ViewStage },
  train: { Main: TrainStage, Tools: TrainTools, Right: BesideTrain, rightLabel: "Candidates" },
  serve: { Main: ServeStage },
  code: { Main: CodeStage },
};

/** The workbench: the stages of a feature's life, on the data in this browser. */
export function LabPage() {
  const place = useAppStore((state) => state.place);
  const overview = useAppStore((state) => state.overview);
  const isReady = useAppStore((state) => state.connection.status === "ready");
  const open = useAppStore(openStages);
  const links = useMemo(
    () =>
      STAGES.filter((stage) => open.includes(stage) || stage === place.stage).map((stage) => ({
        id: stage,
        label: STAGE_NAMES[stage],
        // The step and the edits go along, so that the way back leads to where one was.
        href: hrefOf({ ...stepOf(place), stage, ...(stage === place.stage ? place : {}) }, START),
        startsGroup: stage === "code",
        current: stage === place.stage,
      })),
    [place, open],
  );
  const { Main, Tools, Right, rightLabel } = STAGE_VIEWS[place.stage];
  const hasRight = useAppStore((state) => Right !== undefined && hasBeside(state));
  const isHidden = useHidden();
  const hasDataPanel =
    useImports((imports) => hasDataToList(overview, imports)) && place.stage === "data" && isReady;
  return (
    <LabFrame
      links={isHidden("stages") ? [] : links}
      tools={isReady && Tools && <Tools />}
      left={hasDataPanel && <DataPanel />}
      leftLabel="Feature groups"
      right={hasRight && Right && <Right />}
      rightLabel={rightLabel}
    >
      <Messages />
      <ConnectionGate>
        <ErrorBoundary resetKey={place.stage} reassurance="What you have stored is untouched.">
          <Main />
        </ErrorBoundary>
      </ConnectionGate>
    </LabFrame>
  );
}

/** What of a place is the same in every stage: the view, the step, the edits, what is open and what is hidden. */
function stepOf({ view, row, join, phase, joins, column, edits, open, hide }: Place): Partial<Place> {
  return { view, row, join, phase, joins, column, edits, open, hide };
}

const BEFORE_DATA: readonly Stage[] = ["data"];
const BEFORE_VIEW: readonly Stage[] = ["data", "view"];

/** The stages that have something to show: no room is entered before there is something in it. */
function openStages({ overview }: AppState): readonly Stage[] {
  if (overview === null || overview.groups.length === 0) return BEFORE_DATA;
  return overview.views.length === 0 ? BEFORE_VIEW : STAGES;
}
