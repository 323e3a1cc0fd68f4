import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import { lastMoment } from "../interaction/interaction";
import type { Movement } from "../interaction/use-interaction";
import type { LanePicture, MarkPicture } from "../picture/picture-types";
import { durationInWords } from "../words/duration-in-words";
import { Handle } from "./handles";
import styles from "./picture.module.css";

export interface KnownHandlesProps {
  readonly lane: Pick<LanePicture, "join" | "marks">;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly movement: Movement;
}

const WIDTH_PX = 20;
/** A row that was known as it happened has its handle beside the mark. */
const BESIDE_PX = 7;

/** The ends of the tails: when each row became known can be taken and moved. */
export function KnownHandles({ lane, metrics: m, scale, movement }: KnownHandlesProps) {
  const half = m.ringRadius + 2;
  return lane.marks.map((mark) => {
    const { knownUs } = mark;
    const x = knownUs === null ? null : handleX(mark, scale.x(knownUs), m);
    if (knownUs === null || x === null || x > scale.right) return null;
    return (
      <g key={mark.row} data-known={mark.row}>
        <rect
          aria-hidden
          className={styles.knownGrip}
          x={x - 3}
          y={mark.y - m.markRadius}
          width={6}
          height={2 * m.markRadius}
          rx={2}
        />
        <Handle
          label={`When it became known: ${mark.title}`}
          valueText={lateness(BigInt(Math.round(knownUs - mark.us)))}
          atUs={knownUs}
          scale={scale}
          handlers={movement.handlers(
            { kind: "created", join: lane.join, row: mark.row },
            knownUs,
            true,
            // Nothing is known before it happens.
            { fromUs: BigInt(Math.round(mark.us)), toUs: lastMoment(scale) },
          )}
          hasEnds
          grips={[{ x: x - WIDTH_PX / 2, y: mark.y - half, width: WIDTH_PX, height: half * 2 }]}
        />
      </g>
    );
  });
}

function handleX(mark: MarkPicture, knownX: number, m: Metrics): number {
  return Math.max(knownX, mark.x + m.ringRadius + BESIDE_PX);
}

function lateness(us: bigint): string {
  return us <= 0n ? "at once" : `${durationInWords(us)} after it happened`;
}
