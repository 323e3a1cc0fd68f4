import { useState } from "react";
import { classNames } from "../../ui/class-names";
import { DensityReader, DensityTip, type ReadAt } from "../density/density-reader";
import { dotsPath, guessBracketPath, guessFramePath } from "../geometry/shape-paths";
import type { TimeScale } from "../geometry/time-scale";
import { markKey, useKeptFocus } from "../interaction/mark-focus";
import { type Movement, movementOf } from "../interaction/use-interaction";
import type { FoldPicture, GuessPicture, LanePicture, MarkPicture } from "../picture/picture-types";
import type { MarkRef } from "../step/coordinate";
import { LaneBackground } from "./background";
import { CapButton } from "./cap-button";
import { DragHint, LaneHandles, OriginalPositionMark } from "./handles";
import { KnownHandles } from "./known-handles";
import arcStyles from "./lane-arcs.module.css";
import guessStyles from "./lane-guess.module.css";
import { LaneTitle } from "./lane-title";
import { Mark, type MarkHit } from "./mark";
import styles from "./picture.module.css";
import { useChoiceHop } from "./use-choice-hop";
import writtenStyles from "./written.module.css";

export interface LaneProps {
  readonly lane: LanePicture;
  readonly scale: TimeScale;
  /** `canvas` where what lies under the marks is drawn beneath this drawing. */
  readonly drawing: "canvas" | "svg";
  readonly lineX: number | null;
  readonly folds: readonly FoldPicture[];
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  /** Of the timeline's textures. */
  readonly id: string;
  /** Changes with the spine row, so that its arc is drawn anew. */
  readonly rowKey: number;
  readonly travels: boolean;
  /** Whether marks say more of themselves where they are pressed or hovered. */
  readonly hasDetails: boolean;
  readonly highlight: MarkRef | null;
  /** Rows of this join that are lit more faintly. */
  readonly superseded: ReadonlySet<number> | null;
  readonly dragHint: MarkRef | null;
  readonly arrowsMove: MarkRef | null;
  readonly open: MarkRef | null;
  /** Plays this join; `undefined` where it is the one being played. */
  readonly onGo: (() => void) | undefined;
  readonly onHover: (mark: MarkRef | null) => void;
  readonly onOpen: (mark: MarkRef | null) => void;
  /** Picks a mark, in the place of opening its details. */
  readonly onPick: ((mark: MarkRef) => void) | undefined;
  readonly movement: Movement | undefined;
  /** Lets a row of the very moment of the prediction count, or not. */
  readonly onFlip: ((join: number, counts: boolean) => void) | undefined;
}

/** Around its middle a mark can be hit so far, however small it is drawn; one that is to be picked, by any finger. */
const HIT_PX = 12;
const PICK_HIT_PX = 20;
const GRIP_AIR_PX = 3;

/** One join's lane: its TTL window, its delay, its rows as marks, and the arc from the chosen one to the line. */
export function Lane(props: LaneProps) {
  const { lane, scale, tUs, movement, id, rowKey, travels, highlight, dragHint, open, onHover, onOpen } =
    props;
  const { band, center, metrics: m } = lane;
  const rowMovement = movementOf(movement, "row");
  const knownMovement = movementOf(movement, "created");
  const canMoveTtl = movementOf(movement, "ttl") !== undefined;
  const keptFocus = useKeptFocus();
  const [readAt, setReadAt] = useState<ReadAt | null>(null);
  const area = {
    left: scale.left,
    right: scale.right,
    top: center - m.bandHalf,
    bottom: center + m.bandHalf,
  };
  const [entered, setEntered] = useState<number | null>(null);
  const winner = lane.marks.find(({ state }) => state === "chosen" || state === "leak");
  const hop = useChoiceHop(
    lane.marks.find(({ state }) => state === "chosen"),
    `${rowKey} ${lane.progress} ${m.laneForm}`,
  );
  const stop =
    lane.marks.find(({ row }) => row === entered) ?? winner ?? lane.marks.at(isUnjudged(lane.marks) ? 0 : -1);
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
      {props.drawing === "svg" && <LaneBackground lane={lane} id={id} />}
      {band?.edges.map((x) => (
        <g key={x} aria-hidden>
          <line className={styles.ttlEdge} x1={x} x2={x} y1={center - m.bandHalf} y2={center + m.bandHalf} />
          {canMoveTtl && (
            <rect
              className={styles.ttlGrip}
              x={x - 3}
              y={gripY(x, lane)}
              width={6}
              height={2 * m.markRadius}
              rx={2}
            />
          )}
        </g>
      ))}
      {lane.others.length > 0 && (
        <path key={`others:${rowKey}`} aria-hidden className={styles.others} d={dotsPath(lane.others)}>
          <title>Rows of others, a few of them: they take no part.</title>
        </path>
      )}
      {lane.density !== null && <DensityReader density={lane.density} area={area} onRead={setReadAt} />}
      <LaneArcs lane={lane} rowKey={`${rowKey} ${winner?.row ?? ""}`} travels={travels} />
      <circle ref={hop} aria-hidden className={arcStyles.hop} r={m.ringRadius} />
      {lane.originalPositions.map((position) => (
        <OriginalPositionMark key={position.row} position={position} radius={m.markRadius + 1} />
      ))}
      {lane.guess !== null && <GuessFrame guess={lane.guess} rowKey={rowKey} />}
      {lane.marks
        .filter(({ rows }) => isSame(dragHint, rows))
        .map((mark) => (
          <DragHint key={mark.row} x={mark.x + m.ringRadius} y={mark.y} size={m.markRadius} />
        ))}
      {inRowOrder(lane.marks).map((mark) => {
        const ref = { join: lane.join, row: mark.row };
        const { onPick } = props;
        const isOpen = isSame(open, mark.rows);
        const press = () => (onPick === undefined ? onOpen(isOpen ? null : ref) : onPick(ref));
        return (
          <Mark
            key={mark.row}
            mark={mark}
            metrics={m}
            join={lane.join}
            movement={mark.count === 1 ? rowMovement : undefined}
            arrowsMove={isSame(props.arrowsMove, mark.rows)}
            isQuiet={!props.hasDetails}
            tabbable={mark === stop}
            lit={isSame(highlight, mark.rows)}
            outlined={mark.rows.some((row) => props.superseded?.has(row))}
            open={isOpen}
            picked={onPick && lane.guess?.row != null && mark.rows.includes(lane.guess.row)}
            hit={hitOf(mark, lane, onPick === undefined ? HIT_PX : PICK_HIT_PX)}
            onFocus={() => setEntered(mark.row)}
            onHover={(over) => onHover(over ? ref : null)}
            onPress={press}
            onKeyDown={(event) => markKey(event, press, open === null ? null : () => onOpen(null))}
          />
        );
      })}
      {movement && <LaneHandles lane={lane} metrics={m} scale={scale} tUs={tUs} movement={movement} />}
      {lane.cap !== null && (
        <CapButton
          cap={lane.cap}
          label={lane.labels.find(({ key }) => key === "cap")}
          title={lane.title}
          onFlip={props.onFlip && (() => props.onFlip?.(lane.join, !lane.cap?.isClosed))}
        />
      )}
      {knownMovement && <KnownHandles lane={lane} metrics={m} scale={scale} movement={knownMovement} />}
      {lane.labels.map((label) => (
        <text
          key={label.key}
          aria-hidden
          className={classNames(writtenStyles.written, writtenStyles[label.tone])}
          data-strong={label.strong || undefined}
          data-struck={label.struck || undefined}
          data-rim={label.rim || undefined}
          data-label={label.key}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize={label.sizePx}
        >
          {label.text}
        </text>
      ))}
      {lane.note !== null && (
        <text className={styles.note} x={lane.note.x} y={lane.note.y} fontSize={m.valuePx}>
          {lane.note.text}
        </text>
      )}
      {lane.density !== null && readAt !== null && (
        <DensityTip density={lane.density} at={readAt} area={area} metrics={m} />
      )}
    </g>
  );
}

/** Where the grip of a TTL's end begins: at the middle of the lane, but beside a mark, which would cover it, at the band's foot. */
function gripY(x: number, { marks, center, metrics: m }: LanePicture): number {
  const isCovered = marks.some((mark) => Math.abs(mark.x - x) < m.ringRadius + GRIP_AIR_PX);
  return isCovered ? center + m.bandHalf - m.markRadius : center - m.markRadius;
}

/** Where a mark can be hit: as far as is asked for, but beyond its own drawing not where another is nearer; what is missing there it has on the other side, if nothing is there. */
function hitOf(mark: MarkPicture, { marks, metrics: m }: LanePicture, reachPx: number): MarkHit {
  const least = Math.min(m.ringRadius, reachPx);
  const half = (gaps: readonly number[]) =>
    Math.min(Math.max(reachPx, m.ringRadius), Math.max(least, Math.min(...gaps) / 2));
  const beside = marks.filter(({ y }) => Math.abs(y - mark.y) < 2 * m.ringRadius).map(({ x }) => x - mark.x);
  const over = marks.filter(({ x }) => Math.abs(x - mark.x) < m.ringRadius).map(({ y }) => y - mark.y);
  const sides = (gaps: readonly number[]): readonly [number, number] => {
    const before = gaps.filter((gap) => gap < 0).map(Math.abs);
    const after = gaps.filter((gap) => gap > 0);
    const whole = 2 * Math.max(reachPx, m.ringRadius);
    return [
      before.length === 0 ? whole - half(after) : half(before),
      after.length === 0 ? whole - half(before) : half(after),
    ];
  };
  const [left, right] = sides(beside);
  const [top, bottom] = sides(over);
  return { left, right, top, bottom };
}

/** Where no step has been taken yet, whoever comes to a lane begins at its first row, and not at the one nearest to the line. */
function isUnjudged(marks: readonly MarkPicture[]): boolean {
  return marks.every(({ state }) => state === "undecided");
}

/** An element that changes its place in the document loses the pointer and the focus: a moved mark must keep its own. */
function inRowOrder(marks: readonly MarkPicture[]): MarkPicture[] {
  return [...marks].sort((a, b) => a.row - b.row);
}

interface LaneArcsProps {
  readonly lane: Pick<LanePicture, "arc" | "moreArcs" | "wrongArc" | "rivals">;
  /** Changes with the spine row and the row that is chosen, so that its arcs are drawn anew. */
  readonly rowKey: string;
  /** Whether a dot goes along the arc, as the value does. */
  readonly travels: boolean;
}

/** From the chosen row to the line, from those that it superseded at that step, and from the one that a wrong join would take. */
function LaneArcs({ lane: { arc, moreArcs, wrongArc, rivals }, rowKey, travels }: LaneArcsProps) {
  return (
    <>
      {rivals.map((rival) => (
        <path key={rival.path} aria-hidden className={arcStyles.rival} d={rival.path} pathLength={1} />
      ))}
      {moreArcs.map((more) => (
        <g key={more.path} aria-hidden className={more.leak ? arcStyles.leakArc : arcStyles.arc} data-more>
          <path d={more.path} pathLength={more.leak ? undefined : 1} />
        </g>
      ))}
      {arc !== null && (
        <g key={rowKey} aria-hidden className={arc.leak ? arcStyles.leakArc : arcStyles.arc}>
          <path d={arc.path} pathLength={arc.leak ? undefined : 1} />
          <circle cx={arc.endX} cy={arc.endY} r={3.5} />
          {travels && (
            <circle className={arcStyles.traveller} r={5} style={{ offsetPath: `path("${arc.path}")` }} />
          )}
        </g>
      )}
      {wrongArc !== null && (
        <g key={`wrong:${rowKey}`} aria-hidden className={arcStyles.leakArc}>
          <path d={wrongArc.path} />
        </g>
      )}
    </>
  );
}

interface GuessFrameProps {
  readonly guess: GuessPicture;
  /** Changes with the spine row. */
  readonly rowKey: number;
}

/** What a reader said goes into the cell, around its mark, and under the lane how far it is from what does. */
function GuessFrame({ guess: { frame, alsoFrames, brackets }, rowKey }: GuessFrameProps) {
  const frames = frame === null ? alsoFrames : [frame, ...alsoFrames];
  return (
    <g aria-hidden data-part="guess">
      {frames.map((one) => (
        <path
          key={`${one.x} ${one.y}`}
          className={guessStyles.frame}
          data-shape={one.shape}
          d={guessFramePath(one)}
        />
      ))}
      {brackets.map((bracket) => (
        <path
          key={`${rowKey} ${bracket.of}`}
          className={guessStyles.bracket}
          data-of={bracket.of}
          data-tone={bracket.tone}
          d={guessBracketPath(bracket)}
        />
      ))}
    </g>
  );
}
