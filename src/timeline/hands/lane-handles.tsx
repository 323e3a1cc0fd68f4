import { useState } from "react";
import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import type { LanePicture } from "../picture/picture-types";
import type { Editing, TimelineEdit } from "../step/timeline-edit";
import { durationInWords } from "../words/duration-in-words";
import { Handle } from "./handle";

export interface LaneHandlesProps {
  readonly lane: LanePicture;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly tUs: bigint;
  readonly editing: Editing;
}

const WIDTH_PX = 16;

/** What can be taken in a lane beside its marks: where the TTL ends and where the delay begins. */
export function LaneHandles({ lane, metrics: m, scale, tUs, editing }: LaneHandlesProps) {
  const [inHand, setInHand] = useState<TimelineEdit["kind"] | null>(null);
  const grip = (x: number) => ({
    x: x - WIDTH_PX / 2,
    y: lane.center - m.bandHalf,
    width: WIDTH_PX,
    height: m.bandHalf * 2,
  });
  const distance = (us: bigint) => (us > tUs ? us - tUs : tUs - us);
  // One of no length is not drawn; what a hand holds must stay for the hand.
  const shownX = (x: number | undefined, kind: TimelineEdit["kind"]) =>
    x ?? (inHand === kind ? scale.x(Number(tUs)) : undefined);
  const edgeX = shownX(lane.band?.edges[0], "set_ttl");
  const delayX = shownX(lane.delay?.left, "set_delay");
  const { ttlUs, delayUs } = lane.rule;
  // Where they are, not where they are drawn: a short one is drawn longer, to be seen and taken.
  const edgeUs =
    edgeX !== undefined && edgeX > scale.x(Number(tUs)) ? tUs + (ttlUs ?? 0n) : tUs - (ttlUs ?? 0n);
  const edit = (asked: TimelineEdit, final: boolean) => {
    setInHand(final ? null : asked.kind);
    editing.onEdit(asked, final);
  };
  const onCancel = () => {
    setInHand(null);
    editing.onCancel();
  };
  return (
    <>
      {edgeX !== undefined && (
        <Handle
          label={`TTL of ${lane.title}`}
          valueText={durationInWords(ttlUs ?? 0n)}
          atUs={Number(edgeUs)}
          scale={scale}
          originUs={tUs}
          onMove={(us, final) => edit({ kind: "set_ttl", join: lane.join, ttlUs: distance(us) }, final)}
          onCancel={onCancel}
          grips={[grip(edgeX)]}
        />
      )}
      {delayX !== undefined && (
        <Handle
          label={`Delay of ${lane.title}`}
          valueText={durationInWords(delayUs)}
          atUs={Number(tUs - delayUs)}
          scale={scale}
          originUs={tUs}
          onMove={(us, final) =>
            edit({ kind: "set_delay", join: lane.join, delayUs: us < tUs ? tUs - us : 0n }, final)
          }
          onCancel={onCancel}
          grips={[{ ...grip(delayX), height: m.bandHalf - m.markRadius }]}
        />
      )}
    </>
  );
}
