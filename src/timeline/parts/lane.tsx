import { useState } from "react";
import { CrowdReader, type ReadAt } from "../crowd/crowd-reader";
import { CrowdTip } from "../crowd/crowd-tip";
import { dotsPath } from "../geometry/shape-paths";
import type { TimeScale } from "../geometry/time-scale";
import { LaneHandles } from "../hands/lane-handles";
import { markKey } from "../hands/mark-keys";
import type { FoldPicture, LanePicture, MarkPicture } from "../picture/picture-types";
import type { MarkRef } from "../step/mark-ref";
import type { Editing } from "../step/timeline-edit";
import { LaneArcs } from "./arcs/lane-arcs";
import { Beckon } from "./beckon";
import { Ghost } from "./ghost";
import { LaneGround } from "./lane-ground";
import { LaneTitle } from "./lane-title";
import { Mark } from "./mark";
import styles from "./picture.module.css";
import { useKeptFocus } from "./use-kept-focus";

export interface LaneProps {
  readonly lane: LanePicture;
  readonly scale: TimeScale;
  /** `canvas` where what lies under the marks is drawn beneath this drawing. */
  readonly crowd: "canvas" | "svg";
  readonly lineX: number | null;
  readonly folds: readonly FoldPicture[];
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  /** Of the timeline's textures. */
  readonly id: string;
  /** Changes with the spine row, so that its arc is drawn anew. */
  readonly rowKey: number;
  readonly travels: boolean;
  readonly highlight: MarkRef | null;
  readonly beckon: MarkRef | null;
  readonly arrowsMove: MarkRef | null;
  readonly open: MarkRef | null;
  /** Plays this join; `undefined` where it is the one being played. */
  readonly onGo: (() => void) | undefined;
  readonly onHover: (mark: MarkRef | null) => void;
  readonly onOpen: (mark: MarkRef | null) => void;
  readonly editing?: Editing;
}

/** One join's lane: its TTL window, its delay, its rows as marks, and the arc from the chosen one to the line. */
export function Lane(props: LaneProps) {
  const { lane, scale, tUs, editing, id, rowKey, travels, highlight, beckon, open, onHover, onOpen } = props;
  const { band, center, metrics: m } = lane;
  const keptFocus = useKeptFocus();
  const [readAt, setReadAt] = useState<ReadAt | null>(null);
  const area = {
    left: scale.left,
    right: scale.right,
    top: center - m.bandHalf,
    bottom: center + m.bandHalf,
  };
  const [entered, setEntered] = useState<number | null>(null);
  const winner = lane.marks.find(({ look }) => look === "chosen" || look === "leak");
  const stop = lane.marks.find(({ row }) => row === entered) ?? winner ?? lane.marks.at(-1);
  const isSame = (ref: MarkRef | null, rows: readonly number[]) =>
    ref?.join === lane.join && rows.includes(ref.row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the same
    <g
      role="group"
      aria-label={lane.spoken}
      className={styles.lane}
      data-progress={lane.progress}
      data-lane={lane.join}
      {...keptFocus}
    >
      <LaneTitle
        top={lane.top}
        center={center}
        title={lane.title}
        subtitle={lane.subtitle}
        metrics={m}
        lineX={props.lineX}
        folds={props.folds}
        onGo={props.onGo}
      />
      {props.crowd === "svg" && <LaneGround lane={lane} id={id} />}
      {band?.edges.map((x) => (
        <g key={x} aria-hidden>
          <line className={styles.ttlEdge} x1={x} x2={x} y1={center - m.bandHalf} y2={center + m.bandHalf} />
          {editing && (
            <rect className={styles.ttlGrip} x={x - 3} y={center - 7} width={6} height={13} rx={2} />
          )}
        </g>
      ))}
      {lane.others.length > 0 && (
        <path key={`others:${rowKey}`} aria-hidden className={styles.others} d={dotsPath(lane.others)}>
          <title>Rows of others, a few of them: they take no part.</title>
        </path>
      )}
      {lane.crowd !== null && <CrowdReader crowd={lane.crowd} area={area} onRead={setReadAt} />}
      <LaneArcs lane={lane} rowKey={rowKey} travels={travels} />
      {lane.ghosts.map((ghost) => (
        <Ghost key={ghost.row} ghost={ghost} radius={m.markRadius + 1} />
      ))}
      {lane.marks
        .filter(({ rows }) => isSame(beckon, rows))
        .map((mark) => (
          <Beckon key={mark.row} x={mark.x + m.ringRadius} y={mark.y} size={m.markRadius} />
        ))}
      {inRowOrder(lane.marks).map((mark) => {
        const ref = { join: lane.join, row: mark.row };
        return (
          <Mark
            key={mark.row}
            mark={mark}
            metrics={m}
            scale={scale}
            arrowsMove={isSame(props.arrowsMove, mark.rows)}
            movable={
              editing && mark.count === 1
                ? {
                    onMove: (us, final) =>
                      editing.onEdit({ kind: "move_row", ...ref, eventTimeUs: us }, final),
                    onCancel: editing.onCancel,
                  }
                : undefined
            }
            tabbable={mark === stop}
            lit={isSame(highlight, mark.rows)}
            open={isSame(open, mark.rows)}
            onFocus={() => setEntered(mark.row)}
            onHover={(over) => onHover(over ? ref : null)}
            onOpen={() => onOpen(isSame(open, mark.rows) ? null : ref)}
            onKeyDown={(event) =>
              markKey(
                event,
                () => onOpen(isSame(open, mark.rows) ? null : ref),
                () => onOpen(null),
              )
            }
          />
        );
      })}
      {editing && <LaneHandles lane={lane} metrics={m} scale={scale} tUs={tUs} editing={editing} />}
      {lane.labels.map((label) => (
        <text
          key={label.key}
          aria-hidden
          className={`${styles.written} ${styles[label.tone]}`}
          data-strong={label.strong || undefined}
          data-struck={label.struck || undefined}
          x={label.x}
          y={label.y}
          fontSize={label.sizePx}
        >
          {label.text}
        </text>
      ))}
      {lane.note !== null && (
        <text className={styles.note} x={lane.note.x} y={center - 8} fontSize={m.valuePx}>
          {lane.note.text}
        </text>
      )}
      {lane.crowd !== null && readAt !== null && (
        <CrowdTip crowd={lane.crowd} at={readAt} area={area} metrics={m} />
      )}
    </g>
  );
}

/** An element that changes its place in the document loses the pointer and the focus: a moved mark must keep its own. */
function inRowOrder(marks: readonly MarkPicture[]): MarkPicture[] {
  return [...marks].sort((a, b) => a.row - b.row);
}
