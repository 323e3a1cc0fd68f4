import { type ReactNode, useMemo, useRef } from "react";
import { type EntitySlice, type JoinRule, NO_MATCH } from "../../../microfs/core";
import type { Edit } from "../../../scenario/edits/edit";
import { type App, hoverRow } from "../../../state/app";
import { compareRow, compareRowHref } from "../../../state/compare/compare-links";
import { scenarioOf } from "../../../state/document";
import { cancelDraft, makeEdit, showDraftEdit } from "../../../state/editing";
import { isOriginalShown } from "../../../state/own-copy";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { cellAt, type Training } from "../../../state/training";
import { showsLatest } from "../../../state/training-queries";
import { useApp, useAppHandle, useHidden, useHref, usePart } from "../../../state/use-app";
import type { Room } from "../../../timeline/geometry/room";
import type { RowActions } from "../../../timeline/parts/mark-details";
import { PhaseStrip } from "../../../timeline/phase-strip";
import { Player } from "../../../timeline/player";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { StepSentence } from "../../../timeline/step-sentence";
import { Timeline } from "../../../timeline/timeline";
import { rowName } from "../../../timeline/words/row-name";
import { sentence } from "../../../timeline/words/sentence";
import { EditBar } from "../edits/edit-bar";
import { openEditForm } from "../edits/edit-subjects";
import { LineageLine } from "../hovered/lineage";
import { setStatus, statusLine } from "../hovered/status";
import { supersededRows } from "../hovered/superseded-rows";
import { useOwnGuess } from "../own-join/own-cells";
import { OutcomeLine } from "../own-join/own-join-line";
import { RuleSwitch } from "../own-join/rule-switch";
import { TeachStep } from "../tools/train-tools";
import styles from "../train-stage.module.css";
import { CellWhy, NullValue } from "../why-empty/cell-why";
import { goToRow, goToStep, type Step, shownColumn } from "./current-step";
import { usePictureRoom } from "./use-picture-room";
import { useScrollToLane } from "./use-scroll-to-lane";

export interface OpenStepsProps {
  readonly step: Step;
  readonly training: Training;
  /** Ways to other rows, beside the phases. */
  readonly tools: ReactNode;
  /** Where the value of the join being played stands once it is written: in the row, or in the table. */
  readonly writtenCell: () => Element | null;
}

/** How one training row is made: the sentence, the phases, the timeline, and what drives and changes it. */
export function OpenSteps({ step, training, tools, writtenCell }: OpenStepsProps) {
  const app = useAppHandle();
  const { slice, coordinate } = step;
  const column = useApp((state) => state.route.column);
  const { line } = usePart(statusLine, (status) => status);
  const isHidden = useHidden();
  const isDragging = useApp((state) => state.draftEdit !== null);
  const steps = useRef<HTMLElement>(null);
  useScrollToLane(steps, coordinate, writtenCell);
  const shown = shownColumn(slice, coordinate.join, column);
  const hint = useHint(training, step, shown);
  const isFull = useApp((state) => state.route.full);
  const room = usePictureRoom(steps);
  const row = { rank: (training.trainingRowOf(coordinate.spineRow) ?? 0) + 1, count: training.numRows };
  const lineage = line.kind === "mark" && (
    <LineageLine
      line={line}
      training={training}
      slice={slice}
      onShow={(shownRow) => setStatus(app, { ...line, shown: shownRow })}
    />
  );
  return (
    <section ref={steps} aria-label="How this row is made" className={styles.steps}>
      <div className={styles.sentence} data-part="sentence">
        <OutcomeLine training={training} at={coordinate} />
        {isHidden("sentence") ? (
          <h1 className="visually-hidden">How row {rowName(coordinate.spineRow)} is made</h1>
        ) : (
          <StepSentence parts={sentence(slice, coordinate, shown)} as="h1" linesNarrow={4} />
        )}
      </div>
      {!isFull && !isHidden("phases") && (
        <div className={styles.phases} data-part="phases">
          <PhaseStrip slice={slice} coordinate={coordinate} onCoordinate={(to) => goToStep(app, to)} />
        </div>
      )}
      {!isFull && <div className={styles.tools}>{tools}</div>}
      <Picture step={step} training={training} shown={shown} room={room} writtenCell={writtenCell} />
      {/* In the full view it is not seen, and its keys still act. */}
      {!isHidden("player") && (
        <div className={styles.player} data-part="player" hidden={isFull}>
          <Player
            slice={slice}
            coordinate={coordinate}
            onCoordinate={(to) => goToStep(app, to)}
            onRow={(by) => goToRow(app, by)}
            row={row}
            switches={<RuleSwitch />}
            // While something is dragged only Escape acts.
            hasKeys={!isDragging}
          />
        </div>
      )}
      <div className={styles.bar} data-part="bar" hidden={isFull}>
        <EditBar
          slice={slice}
          coordinate={coordinate}
          isLocked={isHidden("edits")}
          ways={
            <>
              <CompareLink at={coordinate} />
              <TeachStep step={step} />
            </>
          }
        >
          {lineage || hint}
        </EditBar>
      </div>
    </section>
  );
}

/** What there is to know of this step beside its sentence: what an empty cell only just missed; at a sample's start, who asks what. */
function useHint(training: Training, { coordinate }: Step, shown: string | undefined): ReactNode {
  const { joins, columns, trainingRowOf } = training;
  const isLatest = useApp(showsLatest);
  const scenario = useApp((state) => scenarioOf(state.document.dataset));
  // What would fill a cell is asked of the view's own joins.
  if (isLatest) return undefined;
  const trainingRow = trainingRowOf(coordinate.spineRow);
  const isWritten = coordinate.phase === "write_cell" && !coordinate.together;
  if (isWritten && trainingRow !== undefined) {
    const { join } = coordinate;
    if (joins[join]?.index[trainingRow] === NO_MATCH)
      return <CellWhy join={join} trainingRow={trainingRow} />;
    const written = columns.findIndex((column) => column.join === join && column.column === shown);
    if (written >= 0 && cellAt(training, trainingRow, written) === null)
      return <NullValue column={columns[written]?.name ?? ""} />;
  }
  const { start } = scenario ?? {};
  const isAtStart = start?.row === coordinate.spineRow && coordinate.phase === "find_entity";
  return isAtStart && coordinate.join === start.join ? start.question : undefined;
}

/** The step that is looked at, under two joins. */
function CompareLink({ at: { spineRow, join } }: { readonly at: Coordinate }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const compared = compareRow(route, { row: spineRow, join, column: route.column });
  return <a href={hrefTo(compared, route)}>Compare this row</a>;
}

interface PictureProps {
  readonly step: Step;
  readonly training: Training;
  /** The feature column that is shown in the join being played. */
  readonly shown: string | undefined;
  /** How high the picture may be; `undefined` for as high as it likes. */
  readonly room: Room | undefined;
  readonly writtenCell: () => Element | null;
}

function Picture({ step: { slice, coordinate }, training, shown, room, writtenCell }: PictureProps) {
  const app = useAppHandle();
  const guess = useOwnGuess(training, coordinate);
  const from = useApp((state) => state.route.from);
  const to = useApp((state) => state.route.to);
  const hovered = useApp((state) => state.hovered);
  const draft = useApp((state) => state.draftEdit);
  const asLoaded = useApp((state) => latestData(state.slice));
  const isHidden = useHidden();
  const superseded = useMemo(
    () => hovered && { join: hovered.join, rows: supersededRows(slice, hovered) },
    [slice, hovered],
  );
  const columns = useMemo(
    () => slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
    [slice, coordinate.join, shown],
  );
  const isLatest = useApp(showsLatest);
  const wrong = useMemo(
    () => (isLatest ? undefined : latestValueRules(slice, draft)),
    [slice, draft, isLatest],
  );
  const isOriginal = useApp(isOriginalShown);
  const isLocked = isHidden("edits") || isOriginal;
  const { spineRow } = coordinate;
  const rowActions = useMemo(
    (): RowActions => ({
      ...(!isLocked && {
        edits: {
          change: ({ join, row }) => openEditForm(app, { kind: "row", join, row }),
          remove: ({ join, row }) => {
            const group = slice.joins[join]?.fgName;
            if (group !== undefined) makeEdit(app, { kind: "delete", group, row });
          },
        },
      }),
      links: ({ join }) => [
        { words: "Compare", href: compareRowHref(app, { row: spineRow, join, column: null }) },
      ],
    }),
    [app, slice, spineRow, isLocked],
  );
  const window = useMemo(
    () => (from === null || to === null ? null : { fromUs: from, toUs: to }),
    [from, to],
  );
  return (
    <div className={styles.picture}>
      <Timeline
        slice={slice}
        coordinate={coordinate}
        onCoordinate={(to) => goToStep(app, to)}
        columns={columns}
        window={window}
        wrong={wrong}
        origin={asLoaded ?? undefined}
        room={room}
        showMinimap={!isHidden("minimap")}
        onWindow={({ fromUs, toUs }) =>
          goTo(app, { from: Math.round(fromUs), to: Math.round(toUs) }, "replace")
        }
        guess={guess}
        highlight={hovered}
        superseded={superseded}
        onHover={(mark) => hoverRow(app, mark)}
        cell={writtenCell}
        keys={draft === null ? "scope" : "none"}
        onEditCancel={() => cancelDraft(app)}
        onAdd={isLocked ? undefined : (lane, startUs) => openNewRowForm(app, lane, startUs)}
        rowActions={rowActions}
        onEdit={isLocked ? undefined : (edit, isFinal) => (isFinal ? makeEdit : showDraftEdit)(app, edit)}
      />
    </div>
  );
}

/** Two presses on the empty background of a lane: the form of a new row opens at that moment. */
function openNewRowForm(app: App, lane: number | "spine", startUs: bigint): void {
  openEditForm(app, { kind: "row", join: lane === "spine" ? null : lane, row: null, startUs });
}

/** While a row is dragged, the join that would take the latest value whatever the line says: what it leaks lights up. */
function latestValueRules({ joins }: EntitySlice, draft: Edit | null): (JoinRule | undefined)[] | undefined {
  if (draft === null || draft.kind === "rule" || draft.kind === "column") return undefined;
  return joins.map(({ fgName, rule }): JoinRule | undefined =>
    fgName === draft.group ? { ...rule, direction: "latest", ttlUs: null } : undefined,
  );
}
