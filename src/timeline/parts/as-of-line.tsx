import { linePath } from "../geometry/shape-paths";
import { type Movement, movementOf } from "../interaction/use-interaction";
import type { LanePicture, Picture } from "../picture/picture-types";
import { Handle } from "./handles";
import styles from "./picture.module.css";

export interface AsOfLineProps {
  readonly picture: Picture;
  readonly tUs: bigint;
  readonly spineRow: number;
  readonly movement: Movement | undefined;
}

/** Half the height of the grip at the line's foot. */
const FOOT_GRIP_PX = 7;

/** Half a mark's reach, and half the grip of the line. */
const FREE_PX = 30;

/** So far the line stands out under the lanes. */
const OUT_PX = 4;

/** The line alone, where its flag is drawn above it. */
export function AsOfStroke({ picture: { asOf, has, metrics, plot } }: Pick<AsOfLineProps, "picture">) {
  if (asOf.side !== "here") return null;
  const [top, bottom] = [Math.max(0, metrics.flagHeight - 1), plot.bottom + (has.spine ? OUT_PX : 0)];
  return <path aria-hidden className={styles.asOf} d={linePath(asOf, top, bottom)} />;
}

/** The moment of the prediction: a line through all lanes, and its flag. */
export function AsOfLine({ picture, tUs, spineRow, ...props }: AsOfLineProps) {
  const movement = movementOf(props.movement, "spine_row");
  const { asOf, has, metrics: m, plot } = picture;
  const here = asOf.side === "here";
  const drawn = (
    <g aria-hidden>
      <AsOfStroke picture={picture} />
      {here && has.spine && movement !== undefined && (
        <rect
          className={styles.asOfFill}
          x={asOf.x - 5}
          y={plot.bottom - FOOT_GRIP_PX}
          width={10}
          height={2 * FOOT_GRIP_PX}
          rx={3.5}
        />
      )}
      {has.flag && (
        <>
          <rect
            className={styles.asOfFill}
            x={asOf.flagLeft}
            y={0}
            width={asOf.flagWidth}
            height={m.flagHeight}
            rx={3}
          />
          <text
            className={styles.asOfText}
            x={asOf.flagLeft + asOf.flagWidth / 2}
            y={m.flagHeight / 2}
            fontSize={m.textPx}
          >
            {asOf.label}
          </text>
        </>
      )}
    </g>
  );
  if (movement === undefined || !here || !(has.flag || has.spine)) return drawn;
  return (
    <>
      {drawn}
      <Handle
        label="The moment of the prediction"
        valueText={asOf.label}
        atUs={Number(tUs)}
        scale={picture.scale}
        handlers={movement.handlers({ kind: "spine_row", row: spineRow }, Number(tUs), true)}
        grips={[
          ...(has.flag ? [{ x: asOf.flagLeft, y: 0, width: asOf.flagWidth, height: m.flagHeight }] : []),
          ...(has.spine
            ? [
                {
                  x: asOf.x - 9,
                  y: picture.spine.top + 4,
                  width: 18,
                  height: m.spineHeight - 8,
                },
                { x: asOf.x - 9, y: plot.bottom - 12, width: 18, height: 24 },
                ...picture.lanes.flatMap((lane) =>
                  isAloneIn(lane, asOf.x)
                    ? [{ x: asOf.x - 9, y: lane.top, width: 18, height: lane.height - 12 }]
                    : [],
                ),
              ]
            : []),
        ]}
      />
    </>
  );
}

/** Whether nothing else that can be taken or pressed stands at the line in a lane. */
function isAloneIn({ marks, density, delay, cap, band }: LanePicture, x: number): boolean {
  const isNear = (other: number | null | undefined) =>
    other !== null && other !== undefined && Math.abs(other - x) < FREE_PX;
  return (
    density === null &&
    cap === null &&
    !isNear(delay?.left) &&
    !(band?.edges ?? []).some(isNear) &&
    !marks.some(({ x: at, tail }) => isNear(at) || isNear(tail?.toX))
  );
}
