import { useMemo, useRef } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import type { JoinRule } from "../../../microfs/join/join-rule";
import type { Edit } from "../../../scenario/edits/edit";
import { goTo } from "../../../state/address/navigate";
import { shownValue } from "../../../state/answer";
import { pointAt, useAppStore } from "../../../state/app-store";
import { committedSlice, dropEdit, holdEdit, makeEdit } from "../../../state/editing";
import type { Training } from "../../../state/training/training";
import { useHidden } from "../../../state/use-hidden";
import { PhaseStrip } from "../../../timeline/phase-strip";
import { Player } from "../../../timeline/player";
import type { MarkRef } from "../../../timeline/step/mark-ref";
import { StepSentence } from "../../../timeline/step-sentence";
import { Timeline } from "../../../timeline/timeline";
import { sentence } from "../../../timeline/words/sentence";
import { askEdit } from "../edits/asked-edit";
import { EditBar } from "../edits/edit-bar";
import { editOfHand } from "../edits/edit-of-hand";
import { beatenBy } from "../pointed/beaten";
import { FedLine } from "../pointed/fed-line";
import { say, useSaid } from "../pointed/said";
import { useBeatenMarks } from "../pointed/use-beaten-marks";
import { writtenCell } from "../table/written-cell";
import styles from "../train-stage.module.css";
import { shownColumn } from "./shown-column";
import { goToRow, goToStep, type StepInSight } from "./step-in-sight";
import { useLaneInSight } from "./use-lane-in-sight";

export interface OpenStepsProps {
  readonly step: StepInSight;
  readonly training: Training;
}

/** How one training row is made: the sentence, the phases, the timeline, and what drives and changes it. */
export function OpenSteps({ step, training }: OpenStepsProps) {
  const { slice, coordinate } = step;
  const column = useAppStore((state) => state.place.column);
  const said = useSaid();
  const isHidden = useHidden();
  const isHeld = useAppStore((state) => state.held !== null);
  const steps = useRef<HTMLElement>(null);
  useLaneInSight(steps, coordinate);
  const shown = shownColumn(slice, coordinate.join, column);
  const row = { number: (training.trainingRowOf(coordinate.spineRow) ?? 0) + 1, count: training.numRows };
  const fed = said.kind === "mark" && (
    <FedLine
      said={said}
      training={training}
      slice={slice}
      onShow={(shownRow) => say({ ...said, shown: shownRow })}
    />
  );
  return (
    <section ref={steps} aria-label="How this row is made" className={styles.steps}>
      <div className={styles.said} data-part="said">
        {isHidden("sentence") ? (
          <h1 className="visually-hidden">How row {row.number} is made</h1>
        ) : (
          <StepSentence parts={sentence(slice, coordinate, shown)} as="h1" linesNarrow={5} />
        )}
        {!isHidden("phases") && <PhaseStrip slice={slice} coordinate={coordinate} onCoordinate={goToStep} />}
      </div>
      <Picture step={step} shown={shown} />
      <EditBar slice={slice} coordinate={coordinate} isLocked={isHidden("edits")}>
        {fed}
      </EditBar>
      {!isHidden("player") && (
        <div className={styles.player} data-part="player">
          <Player
            slice={slice}
            coordinate={coordinate}
            onCoordinate={goToStep}
            onRow={goToRow}
            row={row}
            // While a hand holds something only Escape acts.
            keys={isHeld ? "none" : "page"}
          />
        </div>
      )}
    </section>
  );
}

interface PictureProps {
  readonly step: StepInSight;
  /** The feature column that is shown in the join being played. */
  readonly shown: string | undefined;
}

function Picture({ step: { slice, coordinate }, shown }: PictureProps) {
  const from = useAppStore((state) => state.place.from);
  const to = useAppStore((state) => state.place.to);
  const pointed = useAppStore((state) => state.pointed);
  const held = useAppStore((state) => state.held);
  const asLoaded = useAppStore((state) => shownValue(state.slice));
  const isHidden = useHidden();
  const picture = useRef<HTMLDivElement>(null);
  const beaten = useMemo(() => beatenBy(slice, pointed), [slice, pointed]);
  useBeatenMarks(picture, pointed?.join ?? null, beaten);
  const columns = useMemo(
    () => slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
    [slice, coordinate.join, shown],
  );
  const wrong = useMemo(() => tempting(slice, held), [slice, held]);
  const rowActions = useMemo(
    () => ({
      change: ({ join, row }: MarkRef) => askEdit({ kind: "row", join, row }),
      remove: ({ join, row }: MarkRef) => {
        const group = slice.joins[join]?.fgName;
        if (group !== undefined) makeEdit({ kind: "delete", group, row });
      },
    }),
    [slice],
  );
  const window = useMemo(
    () => (from === null || to === null ? null : { fromUs: from, toUs: to }),
    [from, to],
  );
  return (
    <div ref={picture} className={styles.picture}>
      <Timeline
        slice={slice}
        coordinate={coordinate}
        onCoordinate={goToStep}
        columns={columns}
        window={window}
        wrong={wrong}
        origin={asLoaded ?? undefined}
        showMinimap={!isHidden("minimap")}
        onWindow={({ fromUs, toUs }) => goTo({ from: Math.round(fromUs), to: Math.round(toUs) }, "replace")}
        highlight={pointed}
        onHover={pointAt}
        cell={writtenCell}
        keys={held === null ? "page" : "none"}
        onEditCancel={dropEdit}
        onAdd={isHidden("edits") ? undefined : askForRow}
        rowActions={isHidden("edits") ? undefined : rowActions}
        onEdit={
          isHidden("edits")
            ? undefined
            : (hand, isFinal) => {
                // A hand says where it is now: how far it has moved is seen from the slice without what it holds.
                const edit = editOfHand(committedSlice(useAppStore.getState()) ?? slice, hand);
                if (edit !== null) (isFinal ? makeEdit : holdEdit)(edit);
              }
        }
      />
    </div>
  );
}

/** Two clicks on the empty ground of a lane: the form of a new row opens at that moment. */
function askForRow(lane: number | "spine", startUs: bigint): void {
  askEdit({ kind: "row", join: lane === "spine" ? null : lane, row: null, startUs });
}

/** While a row is in the hand, the join that would take the latest value whatever the line says: what it leaks lights up. */
function tempting({ joins }: EntitySlice, held: Edit | null): (JoinRule | undefined)[] | undefined {
  if (held === null || held.kind === "rule") return undefined;
  return joins.map(({ fgName, rule }): JoinRule | undefined =>
    fgName === held.group ? { ...rule, direction: "latest", ttlUs: null } : undefined,
  );
}
