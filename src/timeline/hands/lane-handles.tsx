import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import type { LanePicture } from "../picture/picture-types";
import type { OnEdit } from "../step/timeline-edit";
import { durationInWords } from "../words/duration-in-words";
import { Handle } from "./handle";

export interface LaneHandlesProps {
  readonly lane: LanePicture;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly tUs: bigint;
  readonly onEdit: OnEdit;
}

const WIDTH_PX = 16;

/** What can be taken in a lane beside its marks: where the TTL ends and where the delay begins. */
export function LaneHandles({ lane, metrics: m, scale, tUs, onEdit }: LaneHandlesProps) {
  const grip = (x: number) => ({
    x: x - WIDTH_PX / 2,
    y: lane.center - m.bandHalf,
    width: WIDTH_PX,
    height: m.bandHalf * 2,
  });
  const distance = (us: bigint) => (us > tUs ? us - tUs : tUs - us);
  const edge = lane.band?.edges[0];
  return (
    <>
      {edge !== undefined && (
        <Handle
          label={`TTL of ${lane.title}`}
          valueText={durationInWords(distance(BigInt(Math.round(scale.us(edge)))))}
          atUs={scale.us(edge)}
          scale={scale}
          onMove={(us, final) => onEdit({ kind: "set_ttl", join: lane.join, ttlUs: distance(us) }, final)}
          grips={[grip(edge)]}
        />
      )}
      {lane.delay !== null && (
        <Handle
          label={`Delay of ${lane.title}`}
          valueText={durationInWords(distance(BigInt(Math.round(scale.us(lane.delay.left)))))}
          atUs={scale.us(lane.delay.left)}
          scale={scale}
          onMove={(us, final) =>
            onEdit({ kind: "set_delay", join: lane.join, delayUs: us < tUs ? tUs - us : 0n }, final)
          }
          grips={[{ ...grip(lane.delay.left), height: m.bandHalf - m.markRadius }]}
        />
      )}
    </>
  );
}
