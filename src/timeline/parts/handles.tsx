import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import type { MoveTarget } from "../interaction/interaction";
import type { MoveHandlers, Movement } from "../interaction/use-interaction";
import type { LanePicture, OriginalPosition } from "../picture/picture-types";
import { durationInWords } from "../words/duration-in-words";
import styles from "./picture.module.css";

export interface HandleProps {
  readonly label: string;
  /** What it says now: a moment or a duration, in words. */
  readonly valueText: string;
  readonly atUs: number;
  readonly scale: TimeScale;
  readonly handlers: MoveHandlers;
  /** Whether Home and End move it. */
  readonly hasEnds?: boolean;
  /** Where it can be taken, pixels. */
  readonly grips: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Something that can be taken and moved along the axis: the as-of line, the end of a TTL, the start of a delay. */
export function Handle(props: HandleProps) {
  const { label, valueText, atUs, scale, handlers, hasEnds = false, grips } = props;
  return (
    <g
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Math.round(scale.x(atUs) - scale.left)}
      aria-valuemin={0}
      aria-valuemax={Math.round(scale.right - scale.left)}
      aria-valuetext={valueText}
      aria-keyshortcuts={hasEnds ? `${ARROWS} Home End` : ARROWS}
      {...handlers}
    >
      <title>{`${label}: arrow keys, with Shift in large steps${hasEnds ? ", Home and End" : ""}`}</title>
      {grips.map(
        (grip) =>
          // Of a picture that is drawn small a lane is lower than what is left free of it.
          grip.height > 0 && <rect key={grip.y} {...grip} rx={3} />,
      )}
    </g>
  );
}

const ARROWS = "ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight";

export interface LaneHandlesProps {
  readonly lane: LanePicture;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly tUs: bigint;
  readonly movement: Movement;
}

const WIDTH_PX = 16;
/** The band of a thin lane is lower than what a finger or a pointer can take. */
const LEAST_HEIGHT_PX = 24;

/** What can be taken in a lane beside its marks: where the TTL ends and where the delay begins. */
export function LaneHandles({ lane, metrics: m, scale, tUs, movement }: LaneHandlesProps) {
  const half = Math.max(m.bandHalf, LEAST_HEIGHT_PX / 2);
  const grip = (x: number) => ({
    x: x - WIDTH_PX / 2,
    y: lane.center - half,
    width: WIDTH_PX,
    height: half * 2,
  });
  // Over the marks in the delay, down to the line where they are small.
  const delayHeight = m.laneForm === "thin" ? half : half - m.markRadius;
  const { dragged } = movement;
  const isDragged = ({ kind }: MoveTarget) =>
    dragged !== null && "join" in dragged && dragged.kind === kind && dragged.join === lane.join;
  // One of no length is not drawn; what is dragged must stay under the pointer.
  const shownX = (x: number | undefined, target: MoveTarget) =>
    x ?? (isDragged(target) ? scale.x(Number(tUs)) : undefined);
  const ttl: MoveTarget = { kind: "ttl", join: lane.join };
  const delay: MoveTarget = { kind: "delay", join: lane.join };
  const edgeX = shownX(lane.band?.edges[0], ttl);
  const delayX = shownX(lane.delay?.left, delay);
  const { ttlUs, delayUs } = lane.rule;
  // Where they are, not where they are drawn: a short one is drawn longer, to be seen and taken.
  const edgeUs = Number(
    edgeX !== undefined && edgeX > scale.x(Number(tUs)) ? tUs + (ttlUs ?? 0n) : tUs - (ttlUs ?? 0n),
  );
  const delayStartUs = Number(tUs - delayUs);
  return (
    <>
      {edgeX !== undefined && movement.moves.has("ttl") && (
        <Handle
          label={`TTL of ${lane.title}`}
          valueText={durationInWords(ttlUs ?? 0n)}
          atUs={edgeUs}
          scale={scale}
          handlers={movement.handlers(ttl, edgeUs, true)}
          grips={[grip(edgeX)]}
        />
      )}
      {delayX !== undefined && movement.moves.has("delay") && (
        <Handle
          label={`Delay of ${lane.title}`}
          valueText={durationInWords(delayUs)}
          atUs={delayStartUs}
          scale={scale}
          handlers={movement.handlers(delay, delayStartUs, true)}
          grips={[{ ...grip(delayX), height: delayHeight }]}
        />
      )}
    </>
  );
}

export interface OriginalPositionMarkProps {
  readonly position: OriginalPosition;
  readonly radius: number;
}

/** Where a moved row stood, and the way it went. */
export function OriginalPositionMark({ position, radius }: OriginalPositionMarkProps) {
  const way = position.toX > position.x ? 1 : -1;
  return (
    <g aria-hidden className={styles.originalPosition}>
      <circle cx={position.x} cy={position.y} r={radius} />
      <path d={`M ${position.x + way * radius} ${position.y} H ${position.toX}`} />
    </g>
  );
}

export interface DragHintProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** An arrow beside a mark: it can be moved, that way. */
export function DragHint({ x, y, size }: DragHintProps) {
  return (
    <path
      aria-hidden
      className={styles.dragHint}
      d={`M ${x + size} ${y} h ${size * 3.5} m ${-size * 0.9} ${-size * 0.7} l ${size * 0.9} ${size * 0.7} l ${-size * 0.9} ${size * 0.7}`}
    />
  );
}
