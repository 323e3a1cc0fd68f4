import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import type { MoveTarget } from "../interaction/interaction";
import type { Movement } from "../interaction/use-interaction";
import type { LanePicture } from "../picture/picture-types";
import { durationInWords } from "../words/duration-in-words";
import { Handle } from "./handle";

export interface LaneHandlesProps {
  readonly lane: LanePicture;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly tUs: bigint;
  readonly movement: Movement;
}

const WIDTH_PX = 16;

/** What can be taken in a lane beside its marks: where the TTL ends and where the delay begins. */
export function LaneHandles({ lane, metrics: m, scale, tUs, movement }: LaneHandlesProps) {
  const grip = (x: number) => ({
    x: x - WIDTH_PX / 2,
    y: lane.center - m.bandHalf,
    width: WIDTH_PX,
    height: m.bandHalf * 2,
  });
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
      {edgeX !== undefined && (
        <Handle
          label={`TTL of ${lane.title}`}
          valueText={durationInWords(ttlUs ?? 0n)}
          atUs={edgeUs}
          scale={scale}
          handlers={movement.handlers(ttl, edgeUs, true)}
          grips={[grip(edgeX)]}
        />
      )}
      {delayX !== undefined && (
        <Handle
          label={`Delay of ${lane.title}`}
          valueText={durationInWords(delayUs)}
          atUs={delayStartUs}
          scale={scale}
          handlers={movement.handlers(delay, delayStartUs, true)}
          grips={[{ ...grip(delayX), height: m.bandHalf - m.markRadius }]}
        />
      )}
    </>
  );
}
